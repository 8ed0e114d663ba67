#include "tools/cli/licences.h"

#include <CLI/Version.hpp>

#include <boost/version.hpp>

#include <array>
#include <string_view>

#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

struct Licensed {
  std::string_view name;
  std::string version;
  std::string_view licence;
  std::string_view by;
};

std::string boost_version() {
  return std::to_string(BOOST_VERSION / 100000) + '.' + std::to_string(BOOST_VERSION / 100 % 1000) +
         '.' + std::to_string(BOOST_VERSION % 100);
}

constexpr std::string_view kMit = R"(MIT
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:
The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.
THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
)";

constexpr std::string_view kBsd3 = R"(BSD-3-Clause
Redistribution and use in source and binary forms of the software as well as documentation, with or
without modification, are permitted provided that the following conditions are met:
1. Redistributions of source code must retain the above copyright notice, this list of conditions
   and the following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions
   and the following disclaimer in the documentation and/or other materials provided with the
   distribution.
3. Neither the name of the copyright holder nor the names of its contributors may be used to endorse
   or promote products derived from this software without specific prior written permission.
THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR
CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER
IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF
THE USE OF THIS SOFTWARE AND DOCUMENTATION, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
)";

}  // namespace

std::string version_text() { return "soleus " SOLEUS_VERSION "\n"; }

std::string licences_text() {
  // The versions come from the build (CMakeLists.txt) or from the headers it was built with.
  const std::array<Licensed, 7> parts{{
      {"Soleus", SOLEUS_VERSION, "MIT", "the Soleus contributors"},
      {"SQLite", SOLEUS_SQLITE_VERSION, "public domain", "D. Richard Hipp and others"},
      {"SQLiteCpp", SOLEUS_SQLITECPP_VERSION, "MIT", "Sebastien Rombauts and contributors"},
      {"date", SOLEUS_DATE_VERSION, "MIT", "Howard Hinnant and contributors"},
      {"Boost.JSON", boost_version(), "BSL-1.0", "Vinnie Falco, Krystian Stasiowski and others"},
      {"tl::expected", SOLEUS_EXPECTED_VERSION, "CC0-1.0", "Sy Brand"},
      {"CLI11", CLI11_VERSION, "BSD-3-Clause",
       "University of Cincinnati, developed by Henry Schreiner under NSF AWARD 1414736"},
  }};
  std::string out;
  for (const Licensed& part : parts) {
    out += pad_right(part.name, 14) + pad_right(part.version, 9) + pad_right(part.licence, 15) +
           "by " + std::string(part.by) + '\n';
  }
  return out + '\n' + std::string(kMit) + '\n' + std::string(kBsd3);
}

}  // namespace soleus_cli
