#include "tools/cli/text.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

using namespace soleus_cli;

TEST_CASE("text: columns are counted, not bytes", "[cli][text]") {
  CHECK(display_width("walk") == 4);
  CHECK(display_width("Spaziergänge") == 12);
  CHECK(display_width("散步") == 4);
  CHECK(display_width("💧") == 2);
  CHECK(display_width("e\u0301") == 1);
  CHECK(pad_right("散步", 6) == "散步  ");
  CHECK(pad_left("ä", 3) == "  ä");
}

TEST_CASE("text: what is too long is cut at a character", "[cli][text]") {
  CHECK(cut("Walking", 7, "…") == "Walking");
  CHECK(cut("Spaziergänge", 10, "…") == "Spaziergä…");
  CHECK(cut("散步散步", 4, "…") == "散…");
  CHECK(cut("Walking", 5, "...") == "Wa...");
  CHECK(cut("Walking", 2, "...").empty());
}

TEST_CASE("text: lines break at spaces, and inside a word only if they must", "[cli][text]") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("  one   two ", 20) == Lines{"one two"});
  CHECK(wrap("abcdefghij kl", 4) == Lines{"abcd", "efgh", "ij", "kl"});
  CHECK(wrap("", 10).empty());
  for (const std::string& line : wrap("ein sehr langesWortMitÄÖÜÄÖÜÄÖÜ und 散步散步散步", 8)) {
    CHECK(display_width(line) <= 8);
    CHECK(is_valid_utf8(line));
  }
}

TEST_CASE("text: a note cannot steer the terminal", "[cli][text]") {
  CHECK(printable("a\033[31mb\nc\td\x7f") == "a [31mb c d ");
  CHECK(printable("a\xc2\x9b"
                  "31m") == "a 31m");
  CHECK(printable("turned \u202E round") == "turned   round");
  CHECK(printable("bad \xff byte") == "bad ? byte");
}

TEST_CASE("text: UTF-8 is told from what is not", "[cli][text]") {
  CHECK(is_valid_utf8(""));
  CHECK(is_valid_utf8("aä散💧"));
  for (const char* text :
       {"\xff", "a\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80", "\xe2\x82"}) {
    CHECK_FALSE(is_valid_utf8(text));
  }
}
