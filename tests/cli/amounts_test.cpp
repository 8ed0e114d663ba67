#include "tools/cli/amounts.h"

#include <string>

#include "tests/cli/refused.h"
#include "tests/support/catch.h"
#include "tools/cli/words_of_log.h"

using namespace soleus_cli;
using namespace soleus_cli::testing;
using Catch::Matchers::Contains;

TEST_CASE("amounts: durations are read the ways people write them", "[cli][amounts]") {
  CHECK(parse_duration_s("30m") == 1800);
  CHECK(parse_duration_s("1h15") == 4500);
  CHECK(parse_duration_s("1h15m") == 4500);
  CHECK(parse_duration_s("1 h 15 min 30 s") == 4530);
  CHECK(parse_duration_s("2m30") == 150);
  CHECK(parse_duration_s("90s") == 90);
  CHECK(parse_duration_s("45 min") == 2700);
  CHECK(parse_duration_s("1.5h") == 5400);
  CHECK(parse_duration_s("2 HOURS") == 7200);
  CHECK(parse_duration_s(" 1 minute ") == 60);
}

TEST_CASE("amounts: volumes become whole millilitres", "[cli][amounts]") {
  CHECK(parse_volume_ml("300") == 300);
  CHECK(parse_volume_ml("300 ml") == 300);
  CHECK(parse_volume_ml("0.5l") == 500);
  CHECK(parse_volume_ml("2.5dl") == 250);
  CHECK(parse_volume_ml("33cl") == 330);
  CHECK(parse_volume_ml("12oz") == 355);
  CHECK(parse_volume_ml("12 fl oz") == 355);
  CHECK(parse_volume_ml("1 cup") == 237);
  CHECK(parse_volume_ml("2 cups") == 473);
  CHECK(parse_volume_ml("1 glass") == 250);
}

TEST_CASE("amounts: loads, heights and counts", "[cli][amounts]") {
  CHECK(parse_load_g("10kg") == 10000);
  CHECK(parse_load_g("2.5 kg") == 2500);
  CHECK(parse_load_g("22lb") == 9979);
  CHECK(parse_height_mm("20mm") == 20);
  CHECK(parse_height_mm("2cm") == 20);
  CHECK(parse_height_mm("1in") == 25);
  CHECK(parse_height_mm("0mm") == 0);
  CHECK(parse_count("0") == 0);
  CHECK(parse_count("12") == 12);
}

TEST_CASE("amounts: sets with and without repetitions", "[cli][amounts]") {
  CHECK(parse_sets("3").sets == 3);
  CHECK_FALSE(parse_sets("3").reps);
  for (const char* text : {"3x15", "3X15", "3 x 15", "3\u00D715"}) {
    INFO(text);
    CHECK(parse_sets(text).sets == 3);
    CHECK(parse_sets(text).reps == 15);
  }
}

TEST_CASE("amounts: what is no amount is refused and shown how to write it", "[cli][amounts]") {
  struct Case {
    const char* text;
    const char* sentence;
  };
  const Case text = GENERATE(
      Case{"abc", "is not a duration"}, Case{"-5m", "is negative"}, Case{"\u22125m", "is negative"},
      Case{"0", "more than zero"}, Case{"0m", "more than zero"}, Case{"0h0", "more than zero"},
      Case{"99999999999999999999", "far too large"}, Case{"99999999999999999999m", "far too large"},
      Case{"3x", "is not a duration"}, Case{"1e3", "is not a duration"},
      Case{"5 m m", "is not a duration"}, Case{"5m 3h", "is not a duration"},
      Case{"1m2m", "is not a duration"}, Case{"30", "Write 30m for minutes"},
      Case{"1.2345h", "is not a duration"}, Case{"1.h", "is not a duration"},
      Case{"1,5h", "is not a duration"}, Case{"nan", "is not a duration"},
      Case{"", "The amount is empty"}, Case{"  ", "The amount is empty"},
      Case{"30m\033[31m", "is not a duration"});
  INFO(text.text);
  const std::string sentence = refusal_of([&] { parse_duration_s(text.text); });
  CHECK_THAT(sentence, Contains(text.sentence));
  CHECK(sentence.find('\033') == std::string::npos);
}

TEST_CASE("amounts: volumes, sets and counts refuse what they cannot read", "[cli][amounts]") {
  for (const char* text : {"abc", "-5", "0", "0l", "1e3", "3x", "5 m m", "5 l l", "1.5.5l", "ml",
                           "99999999999999999999", "2 cups 3 oz", "inf"}) {
    INFO(text);
    CHECK_FALSE(refusal_of([&] { parse_volume_ml(text); }).empty());
  }
  for (const char* text : {"", "abc", "3x", "x15", "-3x15", "0", "0x15", "3x0", "3x15x2", "1 5",
                           "1e3", "3.5", "99999999999999999999x15", "3x99999999999999999999"}) {
    INFO(text);
    CHECK_FALSE(refusal_of([&] { parse_sets(text); }).empty());
  }
  for (const char* text : {"", "-1", "1.5", "1e3", "3x", "12a", "99999999999999999999", "+3"}) {
    INFO(text);
    CHECK_FALSE(refusal_of([&] { parse_count(text); }).empty());
  }
  CHECK_FALSE(refusal_of([] { parse_load_g("10"); }).empty());
  CHECK_FALSE(refusal_of([] { parse_height_mm("20"); }).empty());
}

TEST_CASE("amounts: the largest numbers do not overflow", "[cli][amounts]") {
  CHECK(parse_duration_s("999999999h") == 999999999LL * 3600);
  CHECK(parse_load_g("999999999lb") > 0);
}

TEST_CASE("amounts: each habit reads its own", "[cli][amounts]") {
  const auto put = [](const char* habit, const char* kind, const char* typed) {
    JsonObject params;
    put_amount(habit, kind, typed, params);
    return Json(params);
  };
  CHECK(number_of(put("walking", "duration_s", "30m"), "duration_s") == 1800);
  CHECK(number_of(put("strength", "count", "3x12"), "reps") == 12);
  CHECK(number_of(put("strength", "count", "10m"), "duration_s") == 600);
  CHECK(number_of(put("strength", "count", "4"), "sets") == 4);
  CHECK(number_of(put("water", "volume_ml", "0.5l"), "water_ml") == 500);
  CHECK(number_of(put("abc", "duration_s", "15m"), "amount") == 900);
  CHECK(number_of(put("abc", "volume_ml", "1 cup"), "amount") == 237);
  CHECK(find_number(put("abc", "limit", "none"), "amount") == 0);
  CHECK(number_of(put("abc", "yes_no", "yes"), "amount") == 1);
  CHECK_THAT(refusal_of([&] { put("strength", "count", "3x"); }), Contains("sets and repetitions"));
}
