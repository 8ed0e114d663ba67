#include "tools/cli/clock.h"

#include <string>

#include "tests/cli/refused.h"
#include "tests/support/catch.h"
#include "tools/cli/envelope.h"

using namespace soleus_cli;
using namespace soleus_cli::testing;
using Catch::Matchers::Contains;

namespace {

Clock clock_in(const char* zone, const char* utc) { return Clock{zone, parse_utc_ms(utc)}; }

}  // namespace

TEST_CASE("clock: the offset of the moment goes with every request", "[cli][clock]") {
  CHECK(clock_in("Europe/Berlin", "2026-11-20T08:00:00Z").offset_s() == 3600);
  CHECK(clock_in("Europe/Berlin", "2026-07-20T08:00:00Z").offset_s() == 7200);
  CHECK(clock_in("Asia/Kathmandu", "2026-07-20T08:00:00Z").offset_s() == 20700);
  CHECK(clock_in("Pacific/Kiritimati", "2026-07-20T08:00:00Z").offset_s() == 50400);
  CHECK(clock_in("America/St_Johns", "2026-01-20T08:00:00Z").offset_s() == -12600);
}

TEST_CASE("clock: changes of the next 80 hours are told, later ones are not", "[cli][clock]") {
  const auto shifts = clock_in("Europe/Berlin", "2026-10-23T08:00:00Z").shifts();
  REQUIRE(shifts.size() == 1);
  CHECK(shifts[0].utc_ms == parse_utc_ms("2026-10-25T01:00:00Z"));
  CHECK(shifts[0].offset_s == 3600);
  CHECK(clock_in("Europe/Berlin", "2026-10-21T08:00:00Z").shifts().empty());
  CHECK(clock_in("Etc/UTC", "2026-10-23T08:00:00Z").shifts().empty());
  // Half an hour only, as on Lord Howe Island.
  const auto half = clock_in("Australia/Lord_Howe", "2026-10-02T08:00:00Z").shifts();
  REQUIRE(half.size() == 1);
  CHECK(half[0].offset_s == 39600);
}

TEST_CASE("clock: a time the clocks jump over is named with the next there is", "[cli][clock]") {
  const Clock berlin = clock_in("Europe/Berlin", "2026-11-20T08:00:00Z");
  const std::string gap =
      refusal_of([&] { berlin.instant_of(parse_iso_day("2026-03-29"), 2 * 60 + 30); });
  CHECK_THAT(gap, Contains("no 02:30") && Contains("29 March 2026") && Contains("is 03:00"));
  // Midnight itself is missing.
  const Clock santiago = clock_in("America/Santiago", "2026-11-20T08:00:00Z");
  CHECK_THAT(refusal_of([&] { santiago.instant_of(parse_iso_day("2026-09-06"), 15); }),
             Contains("is 01:00"));
  // A whole day is missing.
  const Clock apia = clock_in("Pacific/Apia", "2011-12-29T08:00:00Z");
  CHECK_THAT(refusal_of([&] { apia.instant_of(parse_iso_day("2011-12-30"), 12 * 60); }),
             Contains("is 00:00 on Saturday 31 December 2011"));
}

TEST_CASE("clock: of a time that happens twice the earlier is taken", "[cli][clock]") {
  const Clock berlin = clock_in("Europe/Berlin", "2026-11-20T08:00:00Z");
  const Instant twice = berlin.instant_of(parse_iso_day("2026-10-25"), 2 * 60 + 30);
  CHECK(twice.happens_twice);
  CHECK(twice.offset_s == 7200);
  CHECK(twice.utc_ms == parse_utc_ms("2026-10-25T00:30:00Z"));
  const Instant once = berlin.instant_of(parse_iso_day("2026-10-25"), 3 * 60 + 30);
  CHECK_FALSE(once.happens_twice);
  CHECK(once.offset_s == 3600);
}

TEST_CASE("clock: unknown zones and times are refused", "[cli][clock]") {
  for (const char* zone : {"", "Europe/Nowhere", "../../etc/passwd", "europe/berlin"}) {
    INFO(zone);
    CHECK_THAT(refusal_of([&] { Clock(zone, 0); }), Contains("No time zone"));
  }
  for (const char* time : {"", "now", "2026-11-20", "2026-11-20T08:00:00", "2026-11-20T08:00:00Zx",
                           "2026-11-31T08:00:00Z"}) {
    INFO(time);
    CHECK_FALSE(refusal_of([&] { parse_utc_ms(time); }).empty());
  }
}

TEST_CASE("clock: offsets in words", "[cli][clock]") {
  CHECK(offset_text(20700) == "UTC+05:45");
  CHECK(offset_text(-12600) == "UTC-03:30");
  CHECK(offset_text(0) == "UTC+00:00");
}

TEST_CASE("clock: a request without `at` gets one and stays as it was typed", "[cli][clock]") {
  const Clock clock = clock_in("Europe/Berlin", "2026-11-20T08:00:00Z");
  const std::string at = R"("at":{"utc_ms":1795161600000,"offset_s":3600,"zone":"Europe/Berlin"})";
  CHECK(with_at(R"({"v":1,"op":"today"})", clock) == "{" + at + R"(,"v":1,"op":"today"})");
  CHECK(with_at(" {}", clock) == " {" + at + "}");
  for (const char* request : {R"({"v":1,"at":{"utc_ms":1}})", "", "garbage", "[1]", "{", "\"at\"",
                              "{\"v\":1}{\"v\":2}", "{\"a\":\"\xff\"}"}) {
    INFO(request);
    CHECK(with_at(request, clock) == request);
  }
  // Two keys of one name stay two, so that the core can refuse them.
  CHECK_THAT(with_at(R"({"v":1,"v":1})", clock), Catch::Matchers::EndsWith(R"("v":1,"v":1})"));
}
