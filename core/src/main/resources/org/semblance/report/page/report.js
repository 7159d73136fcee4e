
"use strict";
(function () {
  var search = document.querySelector(".search input");
  var columns = Array.prototype.slice.call(document.querySelectorAll(".col"));
  if (search && columns.length > 1) {
    search.hidden = false;
    search.addEventListener("input", function () {
      var wanted = search.value.trim().toLowerCase();
      columns.forEach(function (column) {
        column.hidden = column.dataset.name.toLowerCase().indexOf(wanted) < 0;
      });
    });
  }
  // On paper nothing can be opened.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details.col:not([open])"));
    opened.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (one) { one.open = false; });
  });
})();
