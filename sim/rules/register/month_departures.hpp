#pragma once
/// Who leaves in a month, with all measures or without one of them, on the same register.
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/register/departures.hpp"
#include "sim/rules/register/endings.hpp"
#include "sim/rules/register/frozen_base.hpp"
#include "sim/rules/register/purchase.hpp"
#include "sim/rules/register/removals.hpp"

namespace railshift::rules {

/// The register of one month as the office sees it on the first day: built once a month, asked for departures with and without measures.
class RegisterOffice {
 public:
  /// Takes the snapshots of frozen bases that are due.
  RegisterOffice(const World& world, std::uint32_t seed, Month month, const Register& reg, RegisterBook& book);

  /// Departures of the month; `without`: as if this measure were not there.
  [[nodiscard]] Departures departures(std::optional<Id<Measure>> without = {}) const;
  /// Departures of the month, with what the following months need to know of it written into the book.
  [[nodiscard]] Departures settle(RegisterBook& book) const;
  /// How many trucks each order spoke of: present ones in its scope.
  [[nodiscard]] const std::vector<InScope>& in_scope() const { return in_scope_; }

  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] const Register& trucks() const { return reg_; }
  [[nodiscard]] const Showroom& showroom() const { return showroom_; }
  [[nodiscard]] const HazardTable& hazards() const { return hazards_; }
  [[nodiscard]] std::uint32_t seed() const { return seed_; }
  [[nodiscard]] Month month() const { return month_; }

 private:
  void find_own_endings();
  void find_removals(RegisterBook& book);
  [[nodiscard]] Departures work_out(std::optional<Id<Measure>> without, std::vector<QuotaStart>& starts) const;

  const World& world_;
  std::uint32_t seed_;
  Month month_;
  const Register& reg_;
  int lag_days_;
  HazardTable hazards_;
  Showroom showroom_;
  std::vector<std::pair<std::uint32_t, Ending>> own_;  ///< slots that end by themselves, in slot order
  std::vector<Removal> removals_;                      ///< sort_claims
  std::vector<InScope> in_scope_;
  std::vector<Id<Measure>> quotas_;       ///< in the order in which they claim
  std::vector<QuotaStart> quota_starts_;  ///< of earlier months
};

}  // namespace railshift::rules
