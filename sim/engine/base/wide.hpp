#pragma once
/// 128-bit integers for products of kilograms and ticks (a compiler extension, named in one place).

namespace railshift::engine {

__extension__ using Wide = __int128;

}  // namespace railshift::engine
