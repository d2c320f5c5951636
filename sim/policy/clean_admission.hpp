#pragma once
/// 新增运量清洁运输 - clean admission: what projects add to the tonnes of old may only go cleanly.
#include <array>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/firm.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// How a chain may carry what is admitted: by its main haul, or, on roads alone, by new-energy trucks.
enum class CleanMode : std::uint8_t { rail, belt, pipe, new_energy_truck };

/// What the sites of projects move beyond what they moved before `from` chooses among clean chains only, at sites that obey (drawn once a
/// measure and site). Projects: the sites listed (项目名单), or those of some sectors that grow by more than a share.
struct CleanAdmission : Whom {
  double min_growth = 0.0;          ///< of sectors: a site counts from this growth of its tonnes on, as a share of those before
  std::vector<CleanMode> modes{};   ///< accepted
  YuanPerTonne new_energy_extra{};  ///< what a tonne by new-energy trucks costs more than by the road haul of the tables
  double obedience = 1.0;
  friend bool operator==(const CleanAdmission&, const CleanAdmission&) = default;
};

namespace policy {

template <>
struct About<CleanAdmission> {
  static constexpr std::string_view word = "clean_admission";
  static constexpr std::string_view zh = "新增运量清洁运输";
  static constexpr std::string_view en = "clean admission";
  static constexpr std::string_view what = "tonnes that projects add after a day choose among clean chains only; those of before are free";
  static constexpr std::array effects{EffectKind::wishes_bound};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    condition<CleanAdmission>(each, &Whom::sites,
                              FieldNote{"sites", "项目名单", "sites of the projects; either this or sectors"}.into("sites").optional());
    condition<CleanAdmission>(each, &Whom::sectors, FieldNote{"sectors", "行业", "kinds of site; either this or sites"}.optional());
    each(&CleanAdmission::min_growth, FieldNote{"min_growth", "扩能幅度",
                                                "with sectors: a site counts if it moves more than this share "
                                                "beyond what it moved before; absent = 0"}
                                          .between(0, 10)
                                          .with_standing()
                                          .optional());
    each(&CleanAdmission::modes, FieldNote{"modes", "认可的方式", "what counts as clean"});
    each(&CleanAdmission::new_energy_extra,
         FieldNote{"new_energy_extra_yuan_per_t", "新能源车加价", "what a tonne by new-energy trucks costs more; absent = 0"}
             .in("yuan/t")
             .between(0, kLargestPrice)
             .with_standing()
             .optional());
    condition<CleanAdmission>(each, &Whom::exceptions,
                              FieldNote{"exceptions", "例外", "sites that are recorded as exceptions"}.into("sites").optional());
    each(&CleanAdmission::obedience, kObedience);
    class_and_county_conditions<CleanAdmission>(each);
  }
  static void check(const CleanAdmission& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const CleanAdmission& kind);
  static bool orders_asked(const CleanAdmission& kind, const Asked& asked);
  static std::optional<Knob> knob(const CleanAdmission& kind);
  static Date first_look(const CleanAdmission& kind, Date from, int lag);
  static std::optional<Date> first_act(const CleanAdmission& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const CleanAdmission& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
