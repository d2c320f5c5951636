// Words of the drawer, of charts and of the map. Those of figures themselves come from the model.
const zh = {
  close: '关闭', value: '数值', of: '是什么', standing: '依据', file: '文件', row: '行', column: '列', formula: '算法', clauses: '条款', id: '编号',
  counted: '由多行计数', open: '出处', data: '数据', target: '目标', range: '范围', total: '合计', adds: '增加', takes: '减少',
  cut: '（轴不从 0 起）', layer: '图层', year: '年', month: '月', whole_year: '全年', empty: '（空）', places: '线路和地点的数值', bigger: '放大', smaller: '缩小', whole: '全图', more: '增加', less: '减少', north: '北',
  km: '公里', road: '公路', rail: '铁路', none: '无数值', estimate: '估算', first: '类别',
  how: '点按任何带点线的数字，可查看它的含义、依据和出处。',
  hint: '点按路段或地点可看数值和出处；点按地图后可拖动、滚轮缩放；方向键移动，+ − 缩放',
  month_name: (m: number) => `${m} 月`,
  of_mean: (n: number) => `${n} 次模拟的均值（随机种子不同）`,
  of_one_run: (_: number) => '单次模拟（第一个随机种子）',
  of_estimate: (_: number) => '快速模型的估算，未作全量模拟',
  of_members: (n: number) => `${n} 组不确定输入的模拟`,
  of_bound: (_: number) => '上限测算，不是模拟结果',
  of_input: (_: number) => '输入数据',
  of_count: (n: number) => `计数（${n} 行）`,
  of_observed: (_: number) => '实际统计',
  standing_published: '公开发布', standing_derived: '由已发布数据推算', 'standing_derived(assumed)': '推算，含假设', standing_assumed: '假设，待核实',
  kind_listed_site: '重点企业', kind_site: '其他场所', kind_siding: '专用线', kind_station: '车站', kind_gateway: '对外通道', kind_yard: '堆场',
};
const en: typeof zh = {
  close: 'Close', value: 'Value', of: 'What it is', standing: 'Standing', file: 'File', row: 'Row', column: 'Column', formula: 'Formula',
  clauses: 'Clauses', id: 'Id', counted: 'counted from rows', open: 'where it comes from', data: 'Data', target: 'target', range: 'range',
  total: 'total', adds: 'adds', takes: 'takes', cut: ' (axis does not start at 0)', layer: 'Layer', year: 'Year', month: 'Month', whole_year: 'whole year', empty: '(empty)', places: 'Figures of lines and places', bigger: 'Zoom in',
  smaller: 'Zoom out', whole: 'Whole map', more: 'more', less: 'less', north: 'N', km: 'km', road: 'road', rail: 'railway', none: 'no value',
  estimate: 'est.', first: 'Category',
  how: 'Click any number with a dotted line to see what it is of, what it rests on and where it stands.',
  hint: 'Click a link or place for its figures and where they stand; click the map to drag it and to zoom by the wheel; arrow keys move it, + − zoom',
  month_name: (m) => ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][m - 1] ?? String(m),
  of_mean: (n) => `mean of ${n} runs on different seeds`,
  of_one_run: () => 'one run, on the first seed',
  of_estimate: () => 'estimate of the quick twin, not a full run',
  of_members: (n) => `${n} runs on which uncertain inputs vary`,
  of_bound: () => 'computed ceiling, not a run',
  of_input: () => 'input of the scenario',
  of_count: (n) => `counted (${n} rows)`,
  of_observed: () => 'counted outside',
  standing_published: 'published', standing_derived: 'derived from what is published', 'standing_derived(assumed)': 'derived, rests on assumptions',
  standing_assumed: 'assumed, to be verified', kind_listed_site: 'listed firm', kind_site: 'other site', kind_siding: 'siding',
  kind_station: 'station', kind_gateway: 'gateway', kind_yard: 'yard',
};
export type Words = typeof zh;
export const wordsOf = (language: 'zh' | 'en'): Words => (language === 'zh' ? zh : en);

type OfKey = 'of_mean' | 'of_one_run' | 'of_estimate' | 'of_members' | 'of_bound' | 'of_input' | 'of_count' | 'of_observed';
export const ofWords = (words: Words, of: string, n: number): string => words[`of_${of}` as OfKey]?.(n) ?? of;
export const standingWords = (words: Words, standing: string): string =>
  (words as unknown as Record<string, string>)[`standing_${standing}`] ?? standing;
export const kindWords = (words: Words, kind: string): string => (words as unknown as Record<string, string>)[`kind_${kind}`] ?? words.kind_site;
