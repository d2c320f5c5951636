#pragma once
/// 对象 - on which days the conditions of a measure hold for a site, a firm or a flow.
#include <vector>

#include "sim/core/turns.hpp"
#include "sim/policy/firms/whom.hpp"
#include "sim/rules/goods/firm_classes.hpp"

namespace railshift::rules {

/// Whom one measure speaks of. A site is meant if all conditions hold for it and its firm; a firm if those on firms hold for it and, where
/// others are asked, one of its sites inside is meant; a flow if one of its ends inside is, or one outside of a
/// firm on the list. Of a county, PM2.5 and rank are those of the last day
/// on which each was known; either does where both are asked, and a county of which neither is known is not meant. Refers to what it is
/// made of, which must outlive it.
class Addressed {
 public:
  Addressed(const World& world, const Whom& whom, const FirmClasses& classes) : world_(world), whom_(whom), classes_(classes) {}

  [[nodiscard]] bool site(Id<Site> site, Date day) const;
  [[nodiscard]] bool firm(Id<Firm> firm, Date day) const;
  [[nodiscard]] bool flow(const Flow& flow, Date day) const;

  [[nodiscard]] Turns turns(Id<Site> site) const;
  [[nodiscard]] Turns turns(Id<Firm> firm) const;
  [[nodiscard]] Turns turns(const Flow& flow) const;
  /// Days on which what is asked of a firm or its sites may change.
  [[nodiscard]] std::vector<Date> days(Id<Firm> firm) const;

 private:
  [[nodiscard]] bool is_firm(Id<Firm> firm, Date day) const;
  [[nodiscard]] bool is_place(const Site& site, Date day) const;
  [[nodiscard]] bool is_end(Id<Site> end, Date day) const;

  const World& world_;
  const Whom& whom_;
  const FirmClasses& classes_;
};

/// Whether the conditions on counties hold for one on a day.
[[nodiscard]] bool is_county_meant(const World& world, const Whom& whom, const std::string& county, Date day);

}  // namespace railshift::rules
