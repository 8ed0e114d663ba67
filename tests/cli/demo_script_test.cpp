#include "tools/cli/demo_script.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <set>
#include <string>

#include "tests/support/catch.h"

using namespace soleus_cli;

namespace {

const Day kToday = parse_iso_day("2026-11-20");

std::string as_text(const std::vector<DemoStep>& steps) {
  std::string text;
  for (const DemoStep& step : steps) {
    text += std::to_string(step.utc_ms) + step.zone + step.op + step.id +
            boost::json::serialize(step.params) + '\n';
  }
  return text;
}

std::int64_t count(const std::vector<DemoStep>& steps, const std::string& op) {
  return std::count_if(steps.begin(), steps.end(), [&](const DemoStep& s) { return s.op == op; });
}

}  // namespace

TEST_CASE("demo: the same seed and day give the same days, another seed does not", "[cli][demo]") {
  const std::string once = as_text(demo_script("Europe/Berlin", kToday, 1));
  CHECK(once == as_text(demo_script("Europe/Berlin", kToday, 1)));
  CHECK(once != as_text(demo_script("Europe/Berlin", kToday, 2)));
  CHECK(demo_device(1) == demo_device(1));
  CHECK(demo_device(1) != demo_device(2));
}

TEST_CASE("demo: 120 days in order of time, every request with an id of its own", "[cli][demo]") {
  const auto steps = demo_script("Europe/Berlin", kToday, 1);
  CHECK(std::is_sorted(steps.begin(), steps.end(),
                       [](const DemoStep& a, const DemoStep& b) { return a.utc_ms < b.utc_ms; }));
  std::set<std::string> ids;
  for (const DemoStep& step : steps) {
    ids.insert(step.id);
    CHECK(step.id.size() == 36);
    CHECK(step.id[14] == '7');
  }
  CHECK(ids.size() == steps.size());
  const Clock clock{"Europe/Berlin", steps.front().utc_ms};
  CHECK(clock.local_day() == kToday - date::days{kDemoDays - 1});
  CHECK(clock.moved_to(steps.back().utc_ms).local_day() == kToday);
}

TEST_CASE("demo: a life with everything a screen can show", "[cli][demo]") {
  const auto seed = static_cast<std::uint64_t>(GENERATE(1, 2, 3, 99));
  const std::string home = GENERATE(as<std::string>{}, "Europe/Berlin", "America/Sao_Paulo",
                                    "Asia/Kathmandu", "Pacific/Kiritimati");
  const auto steps = demo_script(home, kToday, seed);
  INFO(home << ", seed " << seed);
  CHECK(count(steps, "log.add") > 1000);
  CHECK(count(steps, "habits.create") == 2);
  CHECK(count(steps, "plan.rest") == 1);
  CHECK(count(steps, "plan.pause") == 1);
  std::set<std::string> zones;
  std::size_t notes = 0;
  for (const DemoStep& step : steps) {
    zones.insert(step.zone);
    if (step.params.contains("note") && step.params.at("note").is_string()) ++notes;
    CHECK(text_of(step.params, "entry") != "@last");
  }
  CHECK(zones == std::set<std::string>{home, demo_trip_zone(home)});
  CHECK(notes > 3);
}
