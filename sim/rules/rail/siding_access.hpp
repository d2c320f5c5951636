#pragma once
/// 专用线接入 - how a firm's own gates reach the railway, and from which day.
#include <optional>

#include "sim/model/world.hpp"

namespace railshift::rules {

/// First days on which a siding stands: it is in service, or a measure has built it (whoever counts firms with a siding counts one that is
/// built and not yet opened, so that the set is the same however late it opens). Nothing = never.
struct SidingAccess {
  std::optional<Date> own;     ///< a siding of one of its inside works
  std::optional<Date> shared;  ///< a siding of others that ends at its fence: some chain of its goods passes the gate by rail
  /// The earlier of the two.
  [[nodiscard]] std::optional<Date> since() const;
};
/// Of the works (industrial sites inside) of the firm. A yard is no access: goods pass the gate on trucks.
[[nodiscard]] SidingAccess siding_access(const World& world, Id<Firm> firm);

}  // namespace railshift::rules
