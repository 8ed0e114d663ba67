#include "db/file_check.h"

#include <array>
#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace soleus::db {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::string_view kJournalMagic{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};
constexpr std::size_t kHeaderSize = 100;
constexpr std::uintmax_t kLargestPage = 65536;

tl::unexpected<Error> foreign(const char* sentence) {
  return fail(Code::not_a_soleus_file, sentence);
}
tl::unexpected<Error> cut_off() { return fail(Code::file_corrupt, "The file is cut off."); }

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(at, size)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

/// The first bytes of a file, fewer if it is shorter.
Result<std::string> read_front(const fs::path& path, std::size_t size) {
  std::ifstream file{path, std::ios::binary};
  std::string bytes(size, '\0');
  if (!file.is_open()) return fail(Code::io_error, "The file could not be opened.");
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (file.bad()) return fail(Code::io_error, "The file could not be read.");
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

fs::path beside(const fs::path& path, const char* suffix) {
  fs::path out = path;
  out += suffix;
  return out;
}

bool has_content(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return !error && size > 0;
}

/// The fields of SQLite's header that matter here. @source sqlite.org/fileformat2.html section 1.3.
struct Header {
  std::uintmax_t page_size = 0;
  std::uintmax_t pages = 0;  // 0 if the header does not know
  std::uint32_t version = 0;
  std::uint32_t application = 0;
  bool no_tables = false;
};

Header read_header(std::string_view bytes) {
  constexpr std::size_t kRootPage = kHeaderSize;  // the table of tables begins right behind
  constexpr std::uint32_t kLeaf = 0x0d;
  Header header;
  header.page_size = number_at(bytes, 16, 2);
  if (header.page_size == 1) header.page_size = kLargestPage;
  const bool knows_size = number_at(bytes, 24, 4) == number_at(bytes, 92, 4);
  if (knows_size) header.pages = number_at(bytes, 28, 4);
  header.version = number_at(bytes, 60, 4);
  header.application = number_at(bytes, 68, 4);
  header.no_tables = bytes.size() >= kRootPage + 5 && number_at(bytes, kRootPage, 1) == kLeaf &&
                     number_at(bytes, kRootPage + 3, 2) == 0;
  return header;
}

// A first write that did not end: SQLite's journal says that there was nothing before, and rolls
// back to that.
bool unfinished(const fs::path& path, std::uintmax_t size) {
  const auto journal = read_front(beside(path, "-journal"), 20);
  return size <= kLargestPage && journal && journal->size() == 20 &&
         journal->starts_with(kJournalMagic) && number_at(*journal, 16, 4) == 0;
}

Status check_type(const fs::path& path, fs::file_type type) {
  std::error_code error;
  switch (type) {
    case fs::file_type::regular: return {};
    case fs::file_type::directory: return foreign("This is a folder, not a file.");
    case fs::file_type::not_found:
      if (fs::is_directory(path.parent_path(), error)) return {};
      return fail(Code::io_error, "The folder of the file is not there.");
    default: return foreign("This is not an ordinary file.");
  }
}

Result<FileFacts> check_ours(const Header& header, std::uintmax_t size, FileFacts facts,
                             std::int32_t latest) {
  if (header.version > static_cast<std::uint32_t>(latest)) {
    return fail(Code::file_too_new, "The file was written by a newer Soleus.");
  }
  // What is missing here may still stand in the log.
  if (!facts.has_log && size < header.pages * header.page_size) return cut_off();
  if (header.version == 0 && !header.no_tables) {
    return foreign("This is another program's file.");
  }
  facts.empty = header.version == 0 && !facts.has_log;
  return facts;
}

// In this order: if the log is seen empty, all that the header counts is in the file by then.
Result<FileFacts> check_content(const fs::path& path, std::int32_t latest) {
  SOLEUS_TRY_ASSIGN(const std::string bytes, read_front(path, kHeaderSize + 8));
  const bool log = has_content(beside(path, "-wal"));
  const bool journal = has_content(beside(path, "-journal"));
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) return fail(Code::io_error, "The file could not be read.");

  FileFacts facts;
  facts.has_log = log || journal;
  facts.empty = true;
  if (journal && unfinished(path, size)) return facts;
  // A journal without a file is worth nothing, but the log may hold what the file has lost.
  if (size == 0) return log ? Result<FileFacts>{cut_off()} : facts;
  facts.empty = false;
  if (!bytes.starts_with(kMagic)) return foreign("This is not a Soleus file.");
  if (bytes.size() < kHeaderSize) return cut_off();
  const Header header = read_header(bytes);
  if (header.application == static_cast<std::uint32_t>(kApplicationId)) {
    return check_ours(header, size, facts, latest);
  }
  facts.empty = header.application == 0 && header.no_tables && !facts.has_log;
  return facts.empty ? Result<FileFacts>{facts} : foreign("This is another program's file.");
}

}  // namespace

Result<FileFacts> look_at_file(const fs::path& path, std::int32_t latest) {
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  if (type == fs::file_type::none) return fail(Code::io_error, "The file could not be reached.");
  SOLEUS_TRY(check_type(path, type));
  if (type != fs::file_type::not_found) {
    const Result<FileFacts> facts = check_content(path, latest);
    const bool damaged = !facts && facts.error().code == Code::file_corrupt;
    // Another program may have been writing just then.
    return damaged ? check_content(path, latest) : facts;
  }
  FileFacts facts;
  facts.empty = true;
  // The log of a file that is gone: making a new file would delete it.
  if (has_content(beside(path, "-wal"))) return cut_off();
  return facts;
}

}  // namespace soleus::db
