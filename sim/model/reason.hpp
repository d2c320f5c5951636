#pragma once
/// Closed lists of reasons: why tonnes went by road, why trucks left the register.
#include <cstdint>
#include <string_view>

namespace railshift {

/// Why tonnes went by road: first that holds. `rail` and `belt_pipe` are not reasons but close the sum.
enum class Reason : std::uint8_t {
  no_chain,
  not_in_service,
  not_chosen,
  not_accepted_siding,
  not_accepted_line,
  not_accepted_yard,
  spilled,
  several,
  not_contracted,    ///< after not_in_service in the order of the list; here, where the numbers are
  not_accepted_belt  ///< beside not_accepted_yard in the order of the list
};
inline constexpr int kReasons = 10;
[[nodiscard]] std::string_view to_text(Reason r);

enum class LeaveCause : std::uint8_t { aged, compulsory, retire_order, frozen_base_order, stock_quota };
inline constexpr int kLeaveCauses = 5;
[[nodiscard]] std::string_view to_text(LeaveCause c);

}  // namespace railshift
