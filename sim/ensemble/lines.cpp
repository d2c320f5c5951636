#include "sim/ensemble/lines.hpp"

#include <cerrno>
#include <cstdint>
#include <cstring>

#include <sys/socket.h>
#include <unistd.h>

#include "sim/core/failed.hpp"

namespace railshift::ensemble {
namespace {

/// A word on the line: its letter, the number of bytes that follow, the bytes.
constexpr std::size_t kHead = 1 + sizeof(std::uint32_t);

std::string packed(const Word& word) {
  std::string body = word.text;
  if (word.kind == Word::Kind::progress) body.assign(reinterpret_cast<const char*>(&word.done), sizeof word.done);
  if (word.kind == Word::Kind::code) body.assign(reinterpret_cast<const char*>(&word.code), sizeof word.code);
  const auto size = static_cast<std::uint32_t>(body.size());
  std::string bytes(1, static_cast<char>(word.kind));
  bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
  return bytes + body;
}

}  // namespace

Line new_line() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) throw Failed({"无法与子进程建立连接", "no line to a child process"});
  return {ends[0], ends[1]};
}

void say(int line, const Word& word) {
  const std::string bytes = packed(word);
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t n = send(line, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;  // the parent is gone; the death signal follows
    sent += static_cast<std::size_t>(n);
  }
}

bool wait_for_leave(int line) {
  char leave = 0;
  ssize_t n = 0;
  while ((n = read(line, &leave, 1)) < 0 && errno == EINTR) {
  }
  return n == 1;
}

void give_leave(int line) {
  const char leave = 'g';
  // A child that has died meanwhile is seen when its line ends.
  while (send(line, &leave, 1, MSG_NOSIGNAL) < 0 && errno == EINTR) {
  }
}

std::optional<Word> take_word(std::string& unread) {
  std::uint32_t size = 0;
  if (unread.size() < kHead) return std::nullopt;
  std::memcpy(&size, unread.data() + 1, sizeof size);
  if (unread.size() < kHead + size) return std::nullopt;
  Word word;
  word.kind = static_cast<Word::Kind>(unread[0]);
  word.text = unread.substr(kHead, size);
  if (word.kind == Word::Kind::progress) std::memcpy(&word.done, word.text.data(), sizeof word.done);
  if (word.kind == Word::Kind::code) std::memcpy(&word.code, word.text.data(), sizeof word.code);
  unread.erase(0, kHead + size);
  return word;
}

}  // namespace railshift::ensemble
