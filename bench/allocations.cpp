#include "bench/allocations.hpp"

#include <cstdlib>
#include <new>

namespace {
// One thread measures; a plain counter costs less than what it counts.
std::int64_t calls = 0;  // NOLINT: operator new has no object to keep it in

void* counted(std::size_t bytes) {
  ++calls;
  if (void* memory = std::malloc(bytes)) return memory;
  throw std::bad_alloc();
}
}  // namespace

void* operator new(std::size_t bytes) { return counted(bytes); }
void* operator new[](std::size_t bytes) { return counted(bytes); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace railshift::bench {
std::int64_t allocations() { return calls; }
}  // namespace railshift::bench
