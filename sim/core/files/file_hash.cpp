#include "sim/core/files/file_hash.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <vector>

#include <openssl/evp.h>

#include "sim/core/contract.hpp"
#include "sim/core/files/file_bytes.hpp"

namespace railshift {

FileRecord record_of(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) cannot(FileAct::read, path);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  RAILSHIFT_EXPECTS(context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1, "SHA-256 is available");
  FileRecord record;
  std::vector<char> block(1 << 20);
  while (true) {
    const ssize_t got = ::read(file.number(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) cannot(FileAct::read, path);
    if (got == 0) break;
    EVP_DigestUpdate(context.get(), block.data(), static_cast<std::size_t>(got));
    record.bytes += static_cast<std::uintmax_t>(got);
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(context.get(), digest.data(), &size);
  static constexpr char kHex[] = "0123456789abcdef";
  for (unsigned int i = 0; i < size; ++i) {
    record.sha256 += kHex[digest[i] >> 4];
    record.sha256 += kHex[digest[i] & 15];
  }
  return record;
}

}  // namespace railshift
