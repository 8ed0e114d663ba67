#include "tools/cli/look.h"

#include <cstdint>
#include <limits>
#include <string>

#include "tests/support/catch.h"
#include "tools/cli/text.h"
#include "tools/cli/words.h"

using namespace soleus_cli;

namespace {

const Look kPlain{.width = 80, .colour = false, .utf8 = true, .us_units = false};
const Look kAscii{.width = 80, .colour = false, .utf8 = false, .us_units = false};
const Look kUs{.width = 80, .colour = false, .utf8 = true, .us_units = true};

}  // namespace

TEST_CASE("look: a bar has its width, whatever the numbers", "[cli][look]") {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  for (const std::int64_t part : {std::int64_t{-5}, std::int64_t{0}, std::int64_t{1},
                                  std::int64_t{7}, std::int64_t{100}, kMost}) {
    for (const std::int64_t target : {std::int64_t{0}, std::int64_t{1}, std::int64_t{8}, kMost}) {
      for (const std::int64_t most : {std::int64_t{1}, std::int64_t{8}, kMost}) {
        INFO(part << " of " << target << ", at most " << most);
        CHECK(display_width(kPlain.bar(part, target, 12)) == 12);
        CHECK(display_width(kAscii.bar(part, target, 12, most)) == 12);
      }
    }
  }
}

TEST_CASE("look: a bar shows how much there is, and never nothing for something", "[cli][look]") {
  CHECK(kAscii.bar(0, 10, 10) == "----------");
  CHECK(kAscii.bar(5, 10, 10) == "#####-----");
  CHECK(kAscii.bar(10, 10, 10) == "##########");
  CHECK(kAscii.bar(25, 10, 10) == "##########");
  CHECK(kAscii.bar(1, 1000, 10) == "#---------");
  CHECK(kPlain.bar(1, 16, 2) == "▏░");
  CHECK(kAscii.bar(2, 5, 10, 10) == "##---     ");
}

TEST_CASE("look: without colour there is no escape, and signs differ", "[cli][look]") {
  CHECK(kPlain.bar(5, 10, 10).find('\033') == std::string::npos);
  Look colours = kPlain;
  colours.colour = true;
  CHECK(colours.bar(5, 10, 10).find("\033[") != std::string::npos);
  CHECK(colours.paint(Colour::good, "done") == "\033[32mdone\033[0m");
  CHECK(kAscii.sign_of("done").sign == "+");
  CHECK(kPlain.sign_of("done").sign == "✓");
  CHECK(kPlain.sign_of("something new").word.empty());
}

TEST_CASE("look: amounts in words", "[cli][look]") {
  CHECK(amount_text(45, "s", kPlain) == "45 s");
  CHECK(amount_text(1800, "s", kPlain) == "30 min");
  CHECK(amount_text(90, "s", kPlain) == "1 min 30 s");
  CHECK(amount_text(3600, "s", kPlain) == "1 h");
  CHECK(amount_text(5400, "s", kPlain) == "90 min");
  CHECK(amount_text(9000, "s", kPlain) == "2 h 30 min");
  CHECK(amount_text(300, "ml", kPlain) == "300 ml");
  CHECK(amount_text(1250, "ml", kPlain) == "1.25 l");
  CHECK(amount_text(1183, "ml", kPlain) == "1183 ml");
  CHECK(amount_text(355, "ml", kUs) == "12 oz");
  CHECK(amount_text(1, "sets", kPlain) == "1 set");
  CHECK(amount_text(2, "slots", kPlain) == "2 half hours");
}

TEST_CASE("look: progress never reads as reached when it is not", "[cli][look]") {
  CHECK(progress_text(720, 1800, "s", kPlain) == "12 of 30 min");
  CHECK(progress_text(1790, 1800, "s", kPlain) == "29 min 50 s of 30 min");
  CHECK(progress_text(900, 2000, "ml", kPlain) == "0.9 of 2 l");
  CHECK(progress_text(1996, 2000, "ml", kPlain) == "1.99 of 2 l");
  CHECK(progress_text(9180, 5400, "s", kPlain) == "2 h 33 min of 1 h 30 min");
  CHECK(progress_text(4, 6, "sets", kPlain) == "4 of 6 sets");
}
