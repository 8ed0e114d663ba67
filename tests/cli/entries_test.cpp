#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <string>

#include "tests/support/catch.h"
#include "tools/cli/render_list.h"
#include "tools/cli/text.h"
#include "tools/cli/words.h"

using namespace soleus_cli;
using Catch::Matchers::Contains;

namespace {

const Look kWide{.width = 80, .colour = false, .utf8 = true, .us_units = false};
const HabitBook kBook{boost::json::parse(R"([
  {"id": "walking", "title": "Walking", "kind": "duration_s", "unit": "s"},
  {"id": "socks", "title": "Compression socks", "kind": "yes_no", "unit": "times"}])")
                          .as_array()};

Clock berlin() { return Clock{"Europe/Berlin", parse_utc_ms("2026-11-20T13:00:00Z")}; }

std::string shown(const char* entries, const Look& look = kWide) {
  return render_entries(boost::json::parse(entries).as_array(), kBook, berlin(), look);
}

}  // namespace

TEST_CASE("entries: a line with short id, time, habit and values", "[cli][entries]") {
  CHECK(shown(R"([{"id": "0199e3f0-7a00-7000-8000-0000003f9a2c", "habit": "walking",
    "day": "2026-11-20", "occurred_at": {"utc_ms": 1795158300000, "offset_s": 3600},
    "amounts": {"duration_s": 1800, "pace": "brisk", "terrain": "unknown", "steps": 3000},
    "source": "manual", "lateness": "full", "amended": false}])") ==
        "Fri 20 Nov\n3f9a2c  08:05  Walking  30 min, brisk, 3000 steps\n");
}

TEST_CASE("entries: elsewhere the wall time is that of the place, with its offset",
          "[cli][entries]") {
  const std::string text = shown(R"([{"id": "abcdef", "habit": "walking", "day": "2026-11-20",
    "occurred_at": {"utc_ms": 1795158300000, "offset_s": 20700},
    "amounts": {"duration_s": 600}}])");
  CHECK_THAT(text, Contains("12:50") && Contains("UTC+05:45"));
}

TEST_CASE("entries: lateness, source and changes are said in words", "[cli][entries]") {
  const std::string text = shown(R"([{"id": "abcdef", "habit": "walking", "day": "2026-11-10",
    "amounts": {"duration_s": 600}, "source": "health", "lateness": "half", "amended": true}])");
  CHECK_THAT(text, Contains("10 min (changed, noted later, health)"));
}

TEST_CASE("entries: days are headings, notes stand below and cannot steer", "[cli][entries]") {
  const std::string text = shown(R"([
    {"id": "aaaaaa", "habit": "walking", "day": "2026-11-19", "amounts": {"duration_s": 600},
     "note": "two\nlines \u001b[31mred"},
    {"id": "bbbbbb", "habit": "socks", "day": "2026-11-20", "amounts": {"amount": 1}}])");
  CHECK_THAT(text, Contains("Thu 19 Nov\n") && Contains("\n\nFri 20 Nov\n"));
  CHECK_THAT(text, Contains("two lines [31mred"));
  CHECK(text.find('\033') == std::string::npos);
  CHECK_THAT(text, Contains("Compression socks") && Contains("yes"));
}

TEST_CASE("entries: fit a narrow terminal", "[cli][entries]") {
  Look narrow = kWide;
  narrow.width = 40;
  const std::string text = shown(R"([{"id": "aaaaaa", "habit": "socks", "day": "2026-11-19",
    "amounts": {"duration_s": 600, "pace": "brisk", "terrain": "incline", "steps": 12000},
    "note": "a note that is rather longer than what fits on one line of forty columns"}])",
                                 narrow);
  for (const std::string& line : split(text, '\n')) CHECK(display_width(line) <= 40);
}

TEST_CASE("entries: in one sentence", "[cli][entries]") {
  const Json entry = boost::json::parse(R"({"id": "abcdef", "habit": "walking",
    "day": "2026-11-20", "occurred_at": {"utc_ms": 1795158300000, "offset_s": 3600},
    "amounts": {"duration_s": 1800}})");
  CHECK(entry_line(entry, kBook, berlin(), kWide) == "Walking, 30 min, Fri 20 Nov 08:05");
}

TEST_CASE("entries: every kind of amount has its words", "[cli][entries]") {
  const auto words = [](const char* amounts, const char* unit) {
    return entry_text(boost::json::parse(std::string(R"({"amounts": )") + amounts + "}"), unit,
                      kWide);
  };
  CHECK(words(R"({"sets":3,"reps":15,"position":"single_leg"})", "sets") == "3x15, single leg");
  CHECK(words(R"({"exercise":"skipping_rope","duration_s":600})", "sets") ==
        "skipping rope, 10 min");
  CHECK(words(R"({"exercise":"standing_calf_raise","sets":3,"reps":12,"load_g":10500})", "sets") ==
        "standing calf raise, 3x12, 10.5 kg");
  CHECK(words(R"({"stretch":"wall","duration_s":120,"side":"left"})", "s") == "wall, 2 min, left");
  CHECK(words(R"({"water_ml":300,"with_electrolytes":true})", "ml") == "300 ml, with electrolytes");
  CHECK(words(R"({"heel_mm":20})", "times") == "heel 20 mm");
  CHECK(words(R"({"amount":2})", "times") == "2 times");
  CHECK(words("{}", "times").empty());
}
