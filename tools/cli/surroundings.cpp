#include "tools/cli/surroundings.h"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "tools/cli/errors.h"

namespace soleus_cli {
namespace {

constexpr std::size_t kUsualWidth = 80;
// Wider lines are hard to read, narrower ones cannot hold a bar.
constexpr std::size_t kWidest = 100;
constexpr std::size_t kNarrowest = 40;

std::size_t columns() {
  const std::string said = environment("COLUMNS");
  const bool number =
      !said.empty() && said.size() < 5 &&
      std::all_of(said.begin(), said.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (number) return static_cast<std::size_t>(std::stoul(said));
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) return size.ws_col;
  return kUsualWidth;
}

bool wants_colour(const std::string& colour) {
  if (colour != "auto") return colour == "always";
  // no-color.org: set and not empty.
  return environment("NO_COLOR").empty() && environment("TERM") != "dumb" && isatty(STDOUT_FILENO);
}

}  // namespace

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

Look look_of_terminal(const std::string& colour) {
  Look look;
  const std::size_t width = columns();
  look.width = width == 0 ? kUsualWidth : std::clamp(width, kNarrowest, kWidest);
  look.colour = wants_colour(colour);
  look.utf8 = std::string_view(nl_langinfo(CODESET)) == "UTF-8";
  return look;
}

std::string default_db_path() {
  if (const std::string said = environment("SOLEUS_DB"); !said.empty()) return said;
  const std::string inside = "/soleus/soleus.db";
  // A relative folder there is to be ignored, says the XDG base directory specification.
  const std::string data = environment("XDG_DATA_HOME");
  if (data.starts_with("/")) return data + inside;
  const std::string home = environment("HOME");
  if (home.empty()) throw UsageError("HOME is not set; say where the diary is with --db FILE.");
  return home + "/.local/share" + inside;
}

void make_folder_of(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (folder.empty() || std::filesystem::exists(folder)) return;
  std::error_code ec;
  std::filesystem::create_directories(folder.parent_path(), ec);
  // At once with its mode, so that at no time anybody else can look in.
  const bool made = mkdir(folder.c_str(), S_IRWXU) == 0;
  if (!made && !std::filesystem::exists(folder)) {
    throw CannotOpen("The folder " + folder.string() + " could not be made.", {});
  }
}

}  // namespace soleus_cli
