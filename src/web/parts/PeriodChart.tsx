/** The quarters against what each could hold. A picture beside the table, which says the same in figures. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { PeriodFigures } from '../../contract/memberYear.ts';
import { useDark, useSettings } from '../settings.tsx';
import { FONT } from '../theme.ts';
import { words } from '../words.ts';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, CanvasRenderer]);

/** Only to place pixels: the figures people read come as text. */
const pixels = (text: string) => Number(text);

export default function PeriodChart({ periods }: { readonly periods: readonly PeriodFigures[] }) {
  const place = useRef<HTMLDivElement>(null);
  const dark = useDark();
  const { size } = useSettings();
  useEffect(() => {
    if (place.current === null) return undefined;
    const chart = echarts.init(place.current, null, { renderer: 'canvas' });
    chart.setOption(optionFor(periods, dark, size === 'large' ? 18 : 14));
    const resize = () => chart.resize();
    const watch = new ResizeObserver(resize);
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [periods, dark, size]);
  const told = periods
    .map(({ name, counted, points, plan }) =>
      counted ? `${name} ${points.text}，可得 ${plan}` : `${name}${words.notCounted}`,
    )
    .join('；');
  return <div ref={place} className="chart" role="img" aria-label={words.chart(told)} />;
}

function optionFor(
  periods: readonly PeriodFigures[],
  dark: boolean,
  fontSize: number,
): echarts.EChartsCoreOption {
  const ink = dark ? '#ece8e1' : '#1c1b19';
  const rule = dark ? '#3c3935' : '#ddd8ce';
  const text = { color: ink, fontSize, fontFamily: FONT };
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 8, top: 44, bottom: 8, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      textStyle: text,
      selectedMode: false,
      itemWidth: 24,
      itemHeight: 10,
      data: [
        { name: words.chartPoints, icon: 'rect' },
        { name: words.chartPlan, icon: 'path://M0 4h8v2h-8zM12 4h8v2h-8z' },
      ],
    },
    xAxis: {
      type: 'category',
      data: periods.map(({ name }) => name),
      // every quarter is named, also in large type on a phone
      axisLabel: { ...text, interval: 0, fontSize: Math.min(fontSize, 16) },
      axisLine: { lineStyle: { color: ink } },
      axisTick: { show: false },
    },
    yAxis: { type: 'value', axisLabel: text, splitLine: { lineStyle: { color: rule } } },
    series: [
      {
        name: words.chartPoints,
        type: 'bar',
        silent: true,
        barMaxWidth: 56,
        itemStyle: { color: dark ? '#a9a196' : '#57534b' },
        data: periods.map(({ points, counted }) => (counted ? pixels(points.text) : null)),
        label: {
          show: true,
          position: 'top',
          ...text,
          formatter: ({ dataIndex }: { dataIndex: number }) => periods[dataIndex]?.points.text ?? '',
        },
      },
      {
        name: words.chartPlan,
        type: 'line',
        silent: true,
        step: 'middle',
        symbol: 'none',
        lineStyle: { color: ink, width: 1.5, type: 'dashed' },
        itemStyle: { color: ink },
        data: periods.map(({ plan, counted }) => (counted ? pixels(plan) : null)),
      },
    ],
  };
}
