#include "tests/support/temp_db.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <random>
#include <system_error>

namespace soleus::testing {

namespace fs = std::filesystem;

TempDb::TempDb() {
  std::random_device random;
  do {
    folder_ = fs::temp_directory_path() / ("soleus-test-" + std::to_string(random()));
  } while (!fs::create_directory(folder_));
}

TempDb::~TempDb() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string file_bytes(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream file{path, std::ios::binary};
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace soleus::testing
