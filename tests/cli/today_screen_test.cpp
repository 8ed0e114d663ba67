#include <boost/json/parse.hpp>
#include <string>

#include "tests/support/catch.h"
#include "tools/cli/render_today.h"
#include "tools/cli/text.h"

using namespace soleus_cli;
using Catch::Matchers::Contains;

namespace {

const Look kWide{.width = 80, .colour = false, .utf8 = true, .us_units = false};
const Look kNarrow{.width = 40, .colour = false, .utf8 = true, .us_units = false};
const Look kAscii{.width = 80, .colour = false, .utf8 = false, .us_units = false};

// What `today` replies, one habit of each sort.
const Json kToday = boost::json::parse(R"({
  "day": "2026-11-20", "expires_utc_ms": 1795215600000,
  "habits": [
    {"id": "walking", "title": "Walking", "kind": "duration_s", "tag": "walk", "unit": "s",
     "amount": 720, "counted": 720, "target": 1800, "schedule": {"type": "daily"},
     "status": "open",
     "next_step": {"key": "next.left_s", "args": {"habit": "Walking", "left": 1080},
                   "text": "18 more minutes."},
     "quick": [{"habit": "walking", "duration_s": 600}]},
    {"id": "calf_raises", "title": "Calf raises", "kind": "count", "unit": "sets", "amount": 6,
     "counted": 6, "target": 6, "schedule": {"type": "daily"}, "status": "done",
     "quick": [{"habit": "calf_raises", "sets": 1, "reps": 15, "position": "seated"}]},
    {"id": "strength", "title": "Strength", "kind": "count", "unit": "sets", "amount": 0,
     "counted": 0, "target": 3, "schedule": {"type": "weekly_quota", "q": 2}, "status": "off",
     "week": {"have": 1, "need": 2, "status": "open"},
     "next_step": {"key": "next.rest", "args": {"habit": "Strength"},
                   "text": "Let your legs rest today; tomorrow is a good day for it."},
     "quick": []},
    {"id": "water", "title": "Water", "kind": "volume_ml", "unit": "ml", "amount": 900,
     "counted": 900, "target": 2000, "schedule": {"type": "daily"}, "status": "open",
     "next_step": {"key": "next.left_ml", "args": {"habit": "Water", "left": 1100},
                   "text": "1100 ml more."}, "quick": []},
    {"id": "stretching", "title": "Stretching", "kind": "duration_s", "unit": "s", "amount": 0,
     "counted": 0, "target": 240, "schedule": {"type": "daily"}, "status": "hold", "quick": []},
    {"id": "c1", "title": "Coffee", "kind": "limit", "unit": "times", "amount": 0, "counted": 0,
     "target": 3, "schedule": {"type": "at_most"}, "status": "open", "quick": []},
    {"id": "c2", "title": "Socks", "kind": "yes_no", "unit": "times", "amount": 0, "counted": 0,
     "target": 1, "schedule": {"type": "daily"}, "status": "paused", "quick": []}],
  "holds": [{"id": "h", "tags": ["stretch"], "level": "user", "from": "2026-11-18",
             "to": "2026-11-24"}],
  "hints": [{"key": "hint.x", "args": {}, "text": "Increase gradually."}]})");

std::size_t widest(const std::string& screen) {
  std::size_t width = 0;
  for (const std::string& line : split(screen, '\n')) width = std::max(width, display_width(line));
  return width;
}

std::string line_with(const std::string& screen, const std::string& word) {
  for (const std::string& line : split(screen, '\n')) {
    if (line.find(word) != std::string::npos) return line;
  }
  return {};
}

Json habit_like(const char* fields) {
  return boost::json::parse(std::string(R"({"day": "2026-11-19", "habits": [)") + fields + "]}");
}

}  // namespace

TEST_CASE("today screen: every habit says in sign and word where it stands", "[cli][today]") {
  const std::string screen = render_overview(kToday, kWide);
  CHECK_THAT(screen, Catch::Matchers::StartsWith("Friday 20 November 2026\n\n"));
  CHECK_THAT(line_with(screen, "Walking  "),
             Contains("· Walking") && Contains("12 of 30 min") && Contains("18 more minutes"));
  CHECK_THAT(line_with(screen, "Calf"),
             Contains("✓") && Contains("6 of 6 sets") && Contains("done"));
  CHECK_THAT(line_with(screen, "Strength"), Contains("–") && Contains("1 of 2 days"));
  CHECK_THAT(line_with(screen, "Water"), Contains("0.9 of 2 l") && Contains("1.1 l more"));
  CHECK_THAT(line_with(screen, "Stretching"), Contains("H Stretching") && Contains("on hold"));
  CHECK_THAT(line_with(screen, "Socks"), Contains("‖") && Contains("paused"));
  CHECK_THAT(screen, Contains("On hold: stretch through Tuesday 24 November 2026."));
  CHECK_THAT(screen, Contains("Increase gradually."));
  CHECK_THAT(screen, Contains("Next: Walking, as in  soleus log walk 10m\n"));
}

TEST_CASE("today screen: nothing noted is not shown as zero of a limit", "[cli][today]") {
  CHECK_THAT(line_with(render_overview(kToday, kWide), "Coffee"),
             Contains("at most 3") && !Contains("0"));
}

TEST_CASE("today screen: a long sentence gets a line of its own", "[cli][today]") {
  const std::string screen = render_overview(kToday, kWide);
  CHECK_THAT(screen, Contains("Let your legs rest today; tomorrow is a good day for it\n"));
  CHECK_THAT(line_with(screen, "Strength"), !Contains("Let your"));
}

TEST_CASE("today screen: fits the terminal, wide or narrow", "[cli][today]") {
  CHECK(widest(render_overview(kToday, kWide)) <= 80);
  CHECK(widest(render_overview(kToday, kNarrow)) <= 40);
  const std::string narrow = render_overview(kToday, kNarrow);
  CHECK_THAT(narrow, Contains("18 more minutes") && Contains("12 of 30 min"));
  for (const std::string& line : split(narrow, '\n'))
    CHECK(line == line.substr(0, line.find_last_not_of(' ') + 1));
}

TEST_CASE("today screen: pure ASCII where the locale asks for it", "[cli][today]") {
  for (const char c : render_overview(kToday, kAscii)) CHECK(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE("today screen: colour adds nothing a plain reader misses", "[cli][today]") {
  Look colours = kWide;
  colours.colour = true;
  std::string plain;
  bool inside = false;
  for (const char c : render_overview(kToday, colours)) {
    if (c == '\033') inside = true;
    if (!inside) plain += c;
    if (c == 'm') inside = false;
  }
  CHECK(plain == render_overview(kToday, kWide));
}

TEST_CASE("day screen: a day that went by is told without blame", "[cli][today]") {
  const std::string partly = render_overview(
      habit_like(R"({"id": "walking", "title": "Walking", "kind": "duration_s", "unit": "s",
                     "amount": 720, "counted": 720, "target": 1800,
                     "schedule": {"type": "daily"}, "status": "missed"})"),
      kWide);
  CHECK_THAT(partly, Contains("✗ Walking") && Contains("12 of 30 min") && Contains("partly done"));
  CHECK_THAT(partly, !Contains("Next:"));
}

TEST_CASE("day screen: a habit without a target shows its amount and no bar", "[cli][today]") {
  const std::string screen =
      render_overview(habit_like(R"({"id": "water", "title": "Water", "kind": "volume_ml",
                                     "unit": "ml", "amount": 750, "counted": 750,
                                     "status": "none"})"),
                      kWide);
  CHECK_THAT(screen, Contains("Water  750 ml\n") && !Contains("█") && !Contains("░"));
}

TEST_CASE("day screen: what was noted too late to count is named", "[cli][today]") {
  CHECK_THAT(render_overview(habit_like(R"({"id": "walking", "title": "Walking",
                 "kind": "duration_s", "unit": "s", "amount": 1800, "counted": 600,
                 "target": 1800, "schedule": {"type": "daily"}, "status": "missed"})"),
                             kWide),
             Contains("10 of 30 min") && Contains("20 min noted later"));
}

TEST_CASE("day screen: a week that is paused from end to end asks for nothing", "[cli][today]") {
  CHECK_THAT(render_overview(habit_like(R"({"id": "strength", "title": "Strength",
                 "kind": "count", "unit": "sets", "amount": 3, "counted": 3, "target": 3,
                 "schedule": {"type": "weekly_quota", "q": 2}, "status": "done",
                 "week": {"have": 1, "need": 0, "status": "paused"}})"),
                             kWide),
             Contains("Strength  1 day  done"));
}

TEST_CASE("day screen: groups come under their heading, the rest first", "[cli][today]") {
  const std::string screen = render_overview(boost::json::parse(R"({"day": "2026-11-20", "habits": [
        {"id": "a", "title": "Alpha", "group": "Evening", "status": "off"},
        {"id": "b", "title": "Beta", "status": "off"},
        {"id": "c", "title": "Gamma", "group": "Evening", "status": "off"}]})"),
                                             kWide);
  CHECK(screen.find("Beta") < screen.find("Evening"));
  CHECK(screen.find("Evening") < screen.find("Alpha"));
  CHECK(screen.find("Alpha") < screen.find("Gamma"));
  CHECK(screen.find("Evening") == screen.rfind("Evening"));
}

TEST_CASE("day screen: a reply with fields left out is still drawn", "[cli][today]") {
  CHECK_THAT(render_overview(boost::json::parse(R"({})"), kWide), Contains("Nothing was asked"));
  CHECK_THAT(render_overview(habit_like(R"({"title": "Bare"})"), kWide), Contains("Bare"));
  CHECK_THAT(render_overview(habit_like(R"({"title": 7, "amount": "x", "target": {}})"), kWide),
             Contains("2026"));
}

TEST_CASE("today screen: ready-made entries as a person would type them", "[cli][today]") {
  const auto typed = [](const char* quick, const char* habit) {
    return command_of(boost::json::parse(quick), boost::json::parse(habit));
  };
  CHECK(typed(R"({"habit":"calf_raises","sets":1,"reps":15,"position":"single_leg"})", "{}") ==
        "log raises 1x15 --single-leg");
  CHECK(typed(R"({"habit":"strength","exercise":"stair_stepper","duration_s":900})", "{}") ==
        "log strength stepper 15m");
  CHECK(typed(R"({"habit":"stretching","stretch":"bent_knee_wall","duration_s":90})", "{}") ==
        "log stretch bent-knee 90s");
  CHECK(typed(R"({"habit":"water","water_ml":250})", "{}") == "log water 250");
  CHECK(typed(R"({"habit":"x","amount":600})", R"({"title":"Legs up","kind":"duration_s"})") ==
        "log \"Legs up\" 10m");
  CHECK(typed(R"({"habit":"x","amount":1})", R"({"title":"Socks","kind":"yes_no"})") ==
        "log Socks");
  // What the shell would take for its own is not offered to be pasted.
  CHECK(typed(R"({"habit":"x","amount":1})", R"({"title":"$HOME","kind":"count"})").empty());
}
