"use strict";
(function () {
  // Blue and orange of Okabe and Ito: told apart by every kind of color vision, and by lightness in gray print.
  var BLUE = "#0b6ea8", ORANGE = "#e08a1e", GRAY = "#8a97a3", INK = "#1c2733", LINE = "#dfe5ea";
  var RAMP = ["#eef5fa", "#cfe3f1", "#9ccae2", "#5ba3cf", "#2676b4", "#0d4a8a", "#08264f"];
  var data = JSON.parse(document.getElementById("data").textContent);
  var FONT = getComputedStyle(document.body).fontFamily;

  function percent(share) {
    var value = share * 100;
    if (value > 0 && value < 0.05) { return "< 0.1 %"; }
    return (Math.abs(value) >= 9.95 || value === 0 ? value.toFixed(0) : value.toFixed(1)) + " %";
  }

  function count(value) {
    return Math.round(value).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  }

  function compact(value) {
    var size = Math.abs(value);
    if (size >= 1e9) { return trim(value / 1e9) + "bn"; }
    if (size >= 1e6) { return trim(value / 1e6) + "m"; }
    if (size >= 1e3) { return trim(value / 1e3) + "k"; }
    return size >= 100 || value === 0 ? value.toFixed(0) : trim(value);
  }

  function trim(value) {
    return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1).replace(/\.0$/, "") : value.toFixed(2).replace(/\.?0+$/, "");
  }

  function safe(text) {
    return String(text).replace(/&/g, "&amp;").replace(/[<]/g, "&lt;").replace(/[>]/g, "&gt;");
  }

  /** White on dark cells, ink on light ones: whichever contrasts more by WCAG's relative luminance. */
  function inkOn(color) {
    var parts = [1, 3, 5].map(function (at) {
      var c = parseInt(color.substr(at, 2), 16) / 255;
      return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    });
    var luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.063 ? "#ffffff" : INK;
  }

  function base(extra) {
    var option = {
      animation: false,
      textStyle: { fontFamily: FONT, color: INK },
      aria: { enabled: false },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true, textStyle: { color: INK, fontSize: 13 } }
    };
    Object.keys(extra).forEach(function (key) { option[key] = extra[key]; });
    return option;
  }

  function category(labels, name, more) {
    var axis = {
      type: "category", data: labels, name: name, nameLocation: "middle", nameGap: 34,
      nameTextStyle: { color: "#53616f" }, axisTick: { show: false }, axisLine: { lineStyle: { color: GRAY } },
      axisLabel: { color: "#53616f", hideOverlap: true }
    };
    Object.keys(more || {}).forEach(function (key) { axis[key] = more[key]; });
    return axis;
  }

  function value(formatter, more) {
    var axis = { type: "value", axisLabel: { color: "#53616f", formatter: formatter, hideOverlap: true }, splitLine: { lineStyle: { color: LINE } } };
    Object.keys(more || {}).forEach(function (key) { axis[key] = more[key]; });
    return axis;
  }

  var charts = {
    heatmap: function (d, width) {
      var narrow = width < 480;
      var shades = d.cells.map(function (cell) { return d.money ? cell.mean : cell.customers; });
      var ranked = shades.filter(function (v, i) { return d.cells[i].customers > 0; }).sort(function (a, b) { return a - b; });
      function shade(v) {
        var below = ranked.filter(function (other) { return other < v; }).length;
        return RAMP[Math.min(RAMP.length - 1, Math.floor(below / Math.max(1, ranked.length - 1) * RAMP.length))];
      }
      var scores = [];
      for (var i = 1; i <= d.bins; i++) { scores.push(String(i)); }
      return base({
        grid: { left: narrow ? 34 : 56, right: 8, top: 8, bottom: 52 },
        tooltip: {
          confine: true,
          formatter: function (p) {
            var cell = p.data.cell;
            return "R" + cell.r + " F" + cell.f + "<br>" + count(cell.customers) + " customers" +
              (d.money && cell.customers ? "<br>mean spend " + count(cell.mean) + "<br>sales " + count(cell.sum) : "");
          }
        },
        xAxis: category(scores, "frequency score (5 = most often)", { nameGap: 30, splitArea: { show: false } }),
        yAxis: category(scores, "recency score (5 = most recent)", { nameGap: narrow ? 20 : 32 }),
        series: [{
          type: "heatmap",
          data: d.cells.map(function (cell, i) {
            var color = cell.customers ? shade(shades[i]) : "#fafbfc";
            return {
              value: [cell.f - 1, cell.r - 1, shades[i]], cell: cell,
              itemStyle: { color: color, borderColor: "#ffffff", borderWidth: 2 },
              label: { color: inkOn(color) }
            };
          }),
          label: {
            show: true, lineHeight: narrow ? 14 : 18,
            formatter: function (p) {
              var cell = p.data.cell;
              if (!cell.customers) { return "–"; }
              return (d.money ? "{m|" + compact(cell.mean) + "}\n" : "") + count(cell.customers) + (narrow ? "" : " cust.");
            },
            fontSize: narrow ? 11 : 12,
            rich: { m: { fontSize: narrow ? 13 : 16, fontWeight: 600, lineHeight: narrow ? 16 : 22 } }
          },
          emphasis: { itemStyle: { borderColor: INK } }
        }],
        visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: {}, seriesIndex: [] }
      });
    },

    matrix: function (d, width) {
      var narrow = width < 480;
      return base({
        grid: { left: narrow ? 48 : 62, right: 8, top: 8, bottom: 48 },
        tooltip: { confine: true, formatter: function (p) { return safe(d.x[p.value[0]]) + " " + d.xName + ", " + safe(d.y[p.value[1]]) + " " + d.yName + ": " + percent(p.value[2]); } },
        xAxis: category(d.x, d.xName, { nameGap: 28 }),
        yAxis: category(d.y, d.yName, { nameGap: narrow ? 32 : 40 }),
        series: [{
          type: "heatmap",
          data: d.cells.map(function (cell) {
            var color = RAMP[Math.min(RAMP.length - 1, Math.floor(cell.value * RAMP.length))];
            return { value: [cell.x, cell.y, cell.value], itemStyle: { color: color, borderColor: "#ffffff", borderWidth: 1 }, label: { color: inkOn(color) } };
          }),
          label: { show: true, fontSize: narrow ? 10 : 12, formatter: function (p) { return Math.round(p.value[2] * 100) + (narrow ? "" : " %"); } },
          emphasis: { itemStyle: { borderColor: INK } }
        }],
        visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: {}, seriesIndex: [] }
      });
    },

    tracking: function (d, width) {
      return base({
        legend: { top: 0, left: 0, itemWidth: 22, itemHeight: 12, textStyle: { color: INK } },
        grid: { left: 8, right: 36, top: 40, bottom: 8, containLabel: true },
        tooltip: { trigger: "axis", confine: true, axisPointer: { type: "line" }, valueFormatter: function (v) { return compact(v); } },
        xAxis: category(d.labels, "", { boundaryGap: false, axisLabel: { color: "#53616f", hideOverlap: true } }),
        yAxis: value(compact),
        series: [
          { name: "actual", type: "line", data: d.actual, showSymbol: false, lineStyle: { color: BLUE, width: 2 }, itemStyle: { color: BLUE },
            markArea: { silent: true, itemStyle: { color: "rgba(224,138,30,.10)" }, label: { color: "#8a4b00", position: "insideTop", fontSize: 12 },
              data: d.holdout < d.labels.length ? [[{ name: "holdout", xAxis: d.labels[d.holdout] }, { xAxis: d.labels[d.labels.length - 1] }]] : [] } },
          { name: "expected", type: "line", data: d.expected, showSymbol: false, lineStyle: { color: ORANGE, width: 3, type: "dashed" }, itemStyle: { color: ORANGE } }
        ]
      });
    },

    calibration: function (d) {
      var top = 0;
      d.points.forEach(function (point) { top = Math.max(top, point[0], point[1]); });
      top = top * 1.08 || 1;
      return base({
        grid: { left: 26, right: 22, top: 14, bottom: 30, containLabel: true },
        tooltip: { trigger: "item", confine: true, formatter: function (p) { return "expected " + compact(p.value[0]) + ", actual " + compact(p.value[1]); } },
        xAxis: value(compact, { min: 0, max: top, name: "expected purchases", nameLocation: "middle", nameGap: 30, nameTextStyle: { color: "#53616f" }, axisLabel: { color: "#53616f", showMaxLabel: false, formatter: compact } }),
        yAxis: value(compact, { min: 0, max: top, name: "actual purchases", nameLocation: "middle", nameGap: 34, nameTextStyle: { color: "#53616f" }, axisLabel: { color: "#53616f", showMaxLabel: false, formatter: compact } }),
        series: [
          { type: "line", data: [[0, 0], [top, top]], showSymbol: false, silent: true, lineStyle: { color: GRAY, type: "dashed", width: 1.5 } },
          { type: "scatter", data: d.points, symbolSize: 12, itemStyle: { color: BLUE, borderColor: "#ffffff", borderWidth: 1 } }
        ]
      });
    },

    bars: function (d, width) {
      var longest = Math.max.apply(null, d.ticks.map(function (tick) { return tick.length; }));
      var fits = d.ticks.length * (longest * 7.2 + 10) < width - 50;
      var slanted = !fits && longest > 3;
      return base({
        grid: { left: 8, right: 8, top: 22, bottom: 32, containLabel: true },
        tooltip: {
          trigger: "axis", confine: true, axisPointer: { type: "shadow" },
          formatter: function (p) {
            var i = p[0].dataIndex;
            return safe(d.labels[i]) + ": " + count(d.values[i]) + " customers (" + percent(d.shares[i]) + ")";
          }
        },
        xAxis: category(d.ticks, d.axis, {
          nameGap: slanted ? 56 : 30,
          axisLabel: { color: "#53616f", rotate: slanted ? 45 : 0, interval: slanted || fits ? 0 : "auto", hideOverlap: !slanted }
        }),
        yAxis: value(compact),
        series: [{
          type: "bar", data: d.values, itemStyle: { color: BLUE, borderRadius: [3, 3, 0, 0] }, barCategoryGap: "18%", barMaxWidth: 80,
          label: { show: width / d.values.length > 34, position: "top", color: "#53616f", fontSize: 11, formatter: function (p) { return p.value ? compact(p.value) : ""; } }
        }]
      });
    },

    shares: function (d, width) {
      var colors = [BLUE, ORANGE];
      var decals = [null, { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: "rgba(255,255,255,.45)" }];
      return base({
        grid: { left: 8, right: 48, top: d.series.length > 1 ? 34 : 8, bottom: 8, containLabel: true },
        legend: { show: d.series.length > 1, top: 0, left: 0, itemWidth: 16, itemHeight: 12, textStyle: { color: INK } },
        tooltip: { trigger: "axis", confine: true, axisPointer: { type: "shadow" }, valueFormatter: percent },
        xAxis: value(percent, { splitNumber: width < 480 ? 3 : 5 }),
        yAxis: category(d.labels, "", { inverse: true, axisLabel: { color: INK, width: width < 480 ? 104 : 190, overflow: "break", interval: 0, lineHeight: 13 } }),
        series: d.series.map(function (one, i) {
          return {
            name: one.name, type: "bar", data: one.values, barGap: "8%", barCategoryGap: "28%",
            itemStyle: { color: colors[i], decal: decals[i], borderRadius: [0, 3, 3, 0] },
            label: { show: true, position: "right", color: "#53616f", fontSize: 11, formatter: function (p) { return percent(p.value); } }
          };
        })
      });
    },

    lorenz: function (d) {
      function share(v) { return Math.round(v * 100) + " %"; }
      return base({
        grid: { left: 8, right: 22, top: 14, bottom: 30, containLabel: true },
        tooltip: {
          trigger: "axis", confine: true,
          formatter: function (p) {
            var at = p[0].value;
            return "the " + share(at[0]) + " who spend least<br>bring " + percent(at[1]) + " of the sales";
          }
        },
        xAxis: value(share, { max: 1, min: 0, name: "customers, least spending first", nameLocation: "middle", nameGap: 30, nameTextStyle: { color: "#53616f" } }),
        yAxis: value(share, { max: 1, min: function (r) { return Math.min(0, r.min); }, name: "" }),
        series: [
          { name: "sales", type: "line", data: d.points, showSymbol: false, lineStyle: { color: BLUE, width: 3 }, areaStyle: { color: BLUE, opacity: .12 }, itemStyle: { color: BLUE } },
          { name: "equal", type: "line", data: [[0, 0], [1, 1]], showSymbol: false, silent: true, tooltip: { show: false }, lineStyle: { color: GRAY, type: "dashed", width: 1.5 }, itemStyle: { color: GRAY },
            endLabel: { show: false }, markPoint: { symbolSize: 1, label: { show: true, formatter: "equal shares", color: "#53616f", offset: [-44, -12], fontSize: 12 }, data: [{ coord: [.5, .5] }] } }
        ]
      });
    },

    months: function (d, width) {
      var series = [
        { name: "buyers who came back", type: "bar", stack: "buyers", barMaxWidth: 80, data: d.returning, itemStyle: { color: BLUE } },
        { name: "first-time buyers", type: "bar", stack: "buyers", barMaxWidth: 80, data: d.fresh, itemStyle: { color: "#9ccae2", borderRadius: [3, 3, 0, 0] } }
      ];
      var axes = [value(compact, { name: "buyers", nameTextStyle: { color: "#53616f", align: "left" } })];
      if (d.sales.length) {
        series.push({ name: "sales", type: "line", yAxisIndex: 1, data: d.sales, symbol: "circle", symbolSize: 6, lineStyle: { color: ORANGE, width: 3 }, itemStyle: { color: ORANGE } });
        axes.push(value(compact, { name: "sales", splitLine: { show: false }, nameTextStyle: { color: "#53616f", align: "right" } }));
      }
      return base({
        legend: { top: 0, left: 0, itemWidth: 16, itemHeight: 12, itemGap: 14, textStyle: { color: INK } },
        grid: { left: 8, right: 8, top: width < 480 ? 84 : 60, bottom: 8, containLabel: true },
        tooltip: { trigger: "axis", confine: true, axisPointer: { type: "shadow" }, valueFormatter: count },
        xAxis: category(d.labels, "", { axisLabel: { color: "#53616f", hideOverlap: true } }),
        yAxis: axes,
        series: series
      });
    }
  };

  var drawn = [], onPaper = [];
  function draw(element) {
    var kind = charts[element.dataset.kind];
    if (element.dataset.kind === "shares") {
      var d = data[element.dataset.figure];
      element.style.height = 70 + d.labels.length * (14 + 15 * d.series.length) + "px"; // one bar a label and series
    }
    var chart = echarts.init(element, null, { renderer: "svg" });
    var paint = function (size) {
      chart.resize(size);
      chart.setOption(kind(data[element.dataset.figure], chart.getWidth()), true);
    };
    paint({});
    drawn.push(paint);
    onPaper.push(function () { paint({ width: Math.min(660, parseFloat(getComputedStyle(element).maxWidth) || 660) }); });
  }
  document.querySelectorAll(".chart").forEach(draw);

  var waiting = 0;
  window.addEventListener("resize", function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { drawn.forEach(function (paint) { paint({}); }); }, 120);
  });
  window.addEventListener("beforeprint", function () { onPaper.forEach(function (paint) { paint(); }); });
  window.addEventListener("afterprint", function () { drawn.forEach(function (paint) { paint({ width: "auto" }); }); });
})();
