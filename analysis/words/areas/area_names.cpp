#include "analysis/words/areas/area_names.hpp"

#include <algorithm>
#include <array>

namespace railshift::analysis {
namespace {

struct Area {
  std::string_view code, zh, en;
};
/// GB/T 2260 as the statistics bureau's codes of 2023 have it; compared with their transcription in dist/areas.csv and dist/cities.csv of
/// github.com/modood/Administrative-divisions-of-China, and names with the places of the shipped networks.
constexpr std::array kAreas{std::to_array<Area>({
    {"140105", "小店区", "Xiaodian"},      {"140106", "迎泽区", "Yingze"},      {"140107", "杏花岭区", "Xinghualing"},
    {"140108", "尖草坪区", "Jiancaoping"}, {"140109", "万柏林区", "Wanbailin"}, {"140110", "晋源区", "Jinyuan"},
    {"140121", "清徐县", "Qingxu"},        {"140122", "阳曲县", "Yangqu"},      {"140123", "娄烦县", "Loufan"},
    {"140181", "古交市", "Gujiao"},        {"140212", "新荣区", "Xinrong"},     {"140213", "平城区", "Pingcheng"},
    {"140214", "云冈区", "Yungang"},       {"140215", "云州区", "Yunzhou"},     {"140221", "阳高县", "Yanggao"},
    {"140222", "天镇县", "Tianzhen"},      {"140223", "广灵县", "Guangling"},   {"140224", "灵丘县", "Lingqiu"},
    {"140225", "浑源县", "Hunyuan"},       {"140226", "左云县", "Zuoyun"},      {"140302", "城区", "Chengqu"},
    {"140303", "矿区", "Kuangqu"},         {"140311", "郊区", "Jiaoqu"},        {"140321", "平定县", "Pingding"},
    {"140322", "盂县", "Yuxian"},          {"140602", "朔城区", "Shuocheng"},   {"140603", "平鲁区", "Pinglu"},
    {"140621", "山阴县", "Shanyin"},       {"140622", "应县", "Yingxian"},      {"140623", "右玉县", "Youyu"},
    {"140681", "怀仁市", "Huairen"},       {"140702", "榆次区", "Yuci"},        {"140703", "太谷区", "Taigu"},
    {"140721", "榆社县", "Yushe"},         {"140722", "左权县", "Zuoquan"},     {"140723", "和顺县", "Heshun"},
    {"140724", "昔阳县", "Xiyang"},        {"140725", "寿阳县", "Shouyang"},    {"140727", "祁县", "Qixian"},
    {"140728", "平遥县", "Pingyao"},       {"140729", "灵石县", "Lingshi"},     {"140781", "介休市", "Jiexiu"},
    {"140902", "忻府区", "Xinfu"},         {"140921", "定襄县", "Dingxiang"},   {"140922", "五台县", "Wutai"},
    {"140923", "代县", "Daixian"},         {"140924", "繁峙县", "Fanshi"},      {"140925", "宁武县", "Ningwu"},
    {"140926", "静乐县", "Jingle"},        {"140927", "神池县", "Shenchi"},     {"140928", "五寨县", "Wuzhai"},
    {"140929", "岢岚县", "Kelan"},         {"140930", "河曲县", "Hequ"},        {"140931", "保德县", "Baode"},
    {"140932", "偏关县", "Pianguan"},      {"140981", "原平市", "Yuanping"},    {"141102", "离石区", "Lishi"},
    {"141121", "文水县", "Wenshui"},       {"141122", "交城县", "Jiaocheng"},   {"141123", "兴县", "Xingxian"},
    {"141124", "临县", "Linxian"},         {"141125", "柳林县", "Liulin"},      {"141126", "石楼县", "Shilou"},
    {"141127", "岚县", "Lanxian"},         {"141128", "方山县", "Fangshan"},    {"141129", "中阳县", "Zhongyang"},
    {"141130", "交口县", "Jiaokou"},       {"141181", "孝义市", "Xiaoyi"},      {"141182", "汾阳市", "Fenyang"},
})};

/// Prefectures by their first four digits, with the neighbours beyond the province to which roads of the scenarios lead.
constexpr std::array kPrefectures{std::to_array<Area>({{"1301", "石家庄市", "Shijiazhuang"},
                                                       {"1302", "唐山市", "Tangshan"},
                                                       {"1304", "邯郸市", "Handan"},
                                                       {"1401", "太原市", "Taiyuan"},
                                                       {"1402", "大同市", "Datong"},
                                                       {"1403", "阳泉市", "Yangquan"},
                                                       {"1404", "长治市", "Changzhi"},
                                                       {"1405", "晋城市", "Jincheng"},
                                                       {"1406", "朔州市", "Shuozhou"},
                                                       {"1407", "晋中市", "Jinzhong"},
                                                       {"1408", "运城市", "Yuncheng"},
                                                       {"1409", "忻州市", "Xinzhou"},
                                                       {"1410", "临汾市", "Linfen"},
                                                       {"1411", "吕梁市", "Lüliang"},
                                                       {"1501", "呼和浩特市", "Hohhot"},
                                                       {"3701", "济南市", "Jinan"},
                                                       {"3711", "日照市", "Rizhao"},
                                                       {"4101", "郑州市", "Zhengzhou"}})};

constexpr std::size_t kDigitsOfPrefecture = 4;

template <std::size_t N>
std::optional<Words> named_in(const std::array<Area, N>& areas, std::string_view code) {
  const auto found = std::lower_bound(areas.begin(), areas.end(), code, [](const Area& a, std::string_view c) { return a.code < c; });
  if (found == areas.end() || found->code != code) return std::nullopt;
  return Words{std::string(found->zh), std::string(found->en)};
}

}  // namespace

std::optional<Words> area_named(std::string_view code) {
  const bool of_prefecture = code.size() == kDigitsOfPrefecture || code.ends_with("00");
  return of_prefecture ? named_in(kPrefectures, code.substr(0, kDigitsOfPrefecture)) : named_in(kAreas, code);
}

}  // namespace railshift::analysis
