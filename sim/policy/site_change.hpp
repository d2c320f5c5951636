#pragma once
/// 厂区开停 - site change: a site opens, closes or runs at another rate by a document, so that a run without it keeps the site as it was.
#include <array>
#include <optional>
#include <vector>

#include "sim/model/firm.hpp"
#include "sim/policy/about.hpp"

namespace railshift {

/// A site opens or closes on a day, or its processes run at a share of their stated activity from days on. At least one of the three.
struct SiteChange {
  Id<Site> site;
  std::optional<Date> opens;           ///< first day of work, if its own `opens` is later
  std::optional<Date> closes;          ///< first day without work, if its own `closes` is later or absent
  std::vector<Id<Process>> processes;  ///< whose rates change; empty: all of the site, and its flows of fixed tonnes
  std::vector<RequiredStep> rates;     ///< share of the stated activity (0..1) from a day on; 1 before the first
  friend bool operator==(const SiteChange&, const SiteChange&) = default;
};

namespace policy {

template <>
struct About<SiteChange> {
  static constexpr std::string_view word = "site_change";
  static constexpr std::string_view zh = "厂区开停";
  static constexpr std::string_view en = "site change";
  static constexpr std::string_view what = "a site opens, closes or runs at a share of its stated activity; the flows behind it follow";
  static constexpr std::array effects{EffectKind::flows_changed};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&SiteChange::site, FieldNote{"site", "厂区", "site"});
    each(&SiteChange::opens, FieldNote{"opens", "开工日", "first day of work, where the table says a later one"}.optional());
    each(&SiteChange::closes, FieldNote{"closes", "关停日", "first day without work, where the table says a later one or none"}.optional());
    each(&SiteChange::processes,
         FieldNote{"processes", "工序", "processes whose rates change; empty = all of the site and its flows of fixed tonnes"}.optional());
    each(&SiteChange::rates,
         FieldNote{"rates", "开工比例", "share of the stated activity, by first day: [{due = 2024-12-31, level = 0.5}]; 1 before the first"}
             .with_standing()
             .optional());
  }
  static void check(const SiteChange& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const SiteChange& kind);
  static bool orders_asked(const SiteChange& kind, const Asked& asked);
  static std::optional<Knob> knob(const SiteChange& kind);
  static Date first_look(const SiteChange& kind, Date from, int lag);
  static std::optional<Date> first_act(const SiteChange& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const SiteChange& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
