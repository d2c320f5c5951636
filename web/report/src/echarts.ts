// What of ECharts is used, and nothing more.
import { BarChart, CustomChart, LineChart, LinesChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GeoComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, LineChart, LinesChart, ScatterChart, AriaComponent, GeoComponent, GridComponent, LegendComponent, TooltipComponent,
  LabelLayout, SVGRenderer]);

export { init, registerMap, type ECharts } from 'echarts/core';
