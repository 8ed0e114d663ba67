#include <array>
#include <cstddef>
#include <string_view>

#include "platform/c/soleus.h"

// The header's constants must say what core/base/error_codes.def says: the same names in the same
// order with the same numbers. A code added to one of the two only does not compile.
namespace {

struct Row {
  std::string_view name;
  int number;
};

#define X(name, number) Row{#name, number},
constexpr std::array kCore = {
#include "core/base/error_codes.def"
};
#undef X

#define ROW(constant) \
  Row { #constant, constant }
constexpr std::array kHeader = {
    ROW(SOLEUS_INVALID_JSON),
    ROW(SOLEUS_TOO_LARGE),
    ROW(SOLEUS_UNKNOWN_OP),
    ROW(SOLEUS_MISSING_FIELD),
    ROW(SOLEUS_INVALID_VALUE),
    ROW(SOLEUS_UNKNOWN_HABIT),
    ROW(SOLEUS_UNKNOWN_ENTRY),
    ROW(SOLEUS_NOT_LOGGABLE),
    ROW(SOLEUS_FUTURE_DAY),
    ROW(SOLEUS_CONFLICT),
    ROW(SOLEUS_NOT_FOUND),
    ROW(SOLEUS_READ_ONLY),
    ROW(SOLEUS_CANCELLED),
    ROW(SOLEUS_UNSUPPORTED),
    ROW(SOLEUS_CLOSED),
    ROW(SOLEUS_BUSY),
    ROW(SOLEUS_FILE_TOO_NEW),
    ROW(SOLEUS_FILE_CORRUPT),
    ROW(SOLEUS_NOT_A_SOLEUS_FILE),
    ROW(SOLEUS_WRONG_KEY),
    ROW(SOLEUS_DISK_FULL),
    ROW(SOLEUS_IO_ERROR),
    ROW(SOLEUS_INTERNAL),
};
#undef ROW

constexpr std::string_view kPrefix = "SOLEUS_";

constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

constexpr bool same(const Row& core, const Row& header) {
  if (core.number != header.number) return false;
  if (header.name.size() != kPrefix.size() + core.name.size()) return false;
  for (std::size_t i = 0; i < core.name.size(); ++i) {
    if (header.name[kPrefix.size() + i] != upper(core.name[i])) return false;
  }
  return true;
}

constexpr bool all_same() {
  if (kCore.size() != kHeader.size()) return false;
  for (std::size_t i = 0; i < kCore.size(); ++i) {
    if (!same(kCore[i], kHeader[i])) return false;
  }
  return true;
}

static_assert(all_same(), "soleus.h and error_codes.def differ");
static_assert(SOLEUS_OK == 0);

}  // namespace
