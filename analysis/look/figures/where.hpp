#pragma once
/// Where a number stands.
#include <string>

namespace railshift::analysis::look {

struct Where {
  std::string file;
  std::string id;
};

}  // namespace railshift::analysis::look
