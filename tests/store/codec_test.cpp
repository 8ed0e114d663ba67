#include <algorithm>
#include <boost/json.hpp>
#include <string>
#include <vector>

#include "db/checksum.h"
#include "db/event_codec.h"
#include "tests/support/catch.h"
#include "tests/support/event_maker.h"
#include "tests/support/sample_payloads.h"

using namespace soleus;
using namespace soleus::testing;

namespace {

// The last two alternatives have no content of their own.
constexpr std::size_t kKnown = std::variant_size_v<Payload> - 2;

std::string encoded(const Payload& payload) {
  std::string json;
  REQUIRE(db::encode_payload(payload, json));
  return json;
}

std::optional<Payload> decoded(std::size_t index, const std::string& json) {
  Payload payload;
  return db::decode_payload(index, json, payload) ? std::optional{payload} : std::nullopt;
}

/// The same JSON as another library sorts and prints it, to judge ours by.
std::string canonical(const boost::json::value& value) {
  std::string out;
  const auto separate = [&] { out.append(out.size() > 1 ? "," : ""); };
  if (const auto* object = value.if_object()) {
    std::vector<std::string> keys;
    for (const auto& member : *object) keys.emplace_back(member.key());
    std::sort(keys.begin(), keys.end());
    out.push_back('{');
    for (const std::string& key : keys) {
      separate();
      out.append(boost::json::serialize(key)).append(":").append(canonical(object->at(key)));
    }
    return out.append("}");
  }
  if (const auto* array = value.if_array()) {
    out.push_back('[');
    for (const auto& item : *array) {
      separate();
      out.append(canonical(item));
    }
    return out.append("]");
  }
  return boost::json::serialize(value);
}

TEST_CASE("store: every type of event comes back as it was written", "[store][codec]") {
  const std::vector<Payload> payloads = one_of_each();
  for (std::size_t i = 0; i < kKnown; ++i) {
    INFO(type_name(payloads[i]));
    CHECK((decoded(i, encoded(payloads[i])) == payloads[i]));
    CHECK(db::payload_index(type_name(payloads[i])) == i);
  }
}

TEST_CASE("store: payloads of any content come back, and are canonical JSON to others",
          "[store][codec]") {
  Dice dice{20261120};
  for (int i = 0; i < 20000; ++i) {
    const Payload payload = random_payload(dice);
    if (payload.index() >= kKnown) continue;
    const std::string json = encoded(payload);
    INFO(json);
    REQUIRE((decoded(payload.index(), json) == payload));
    boost::json::error_code error;
    const boost::json::value parsed = boost::json::parse(json, error);
    REQUIRE(!error);
    REQUIRE(boost::json::parse(canonical(parsed)) == parsed);
    if (json.find("\\u00") == std::string::npos) REQUIRE(canonical(parsed) == json);
  }
}

TEST_CASE("store: the text of an event stays what older files hold", "[store][codec]") {
  CHECK(encoded(drunk(300)) == R"({"habit":"water","water_ml":300})");
  CHECK(encoded(walked(1800)) ==
        R"({"duration_s":1800,"habit":"walking","pace":"brisk","terrain":"incline"})");
  CHECK(encoded(raised(3)) == R"({"habit":"calf_raises","position":"seated","reps":15,"sets":3})");
  CHECK(encoded(amended(drunk(5, "n"))) ==
        R"({"entry":{"habit":"water","note":"n","water_ml":5}})");
  CHECK(encoded(one_of_each()[18]) ==
        R"({"from":"2026-11-20","level":"h3","report":"01a1f82f-1e80-7007-8000-000000000009",)"
        R"("tags":["walk","stretch","break"],"to":"2026-11-20"})");
}

TEST_CASE("store: a text that is not exactly ours is damage, never a guess", "[store][codec]") {
  const std::size_t logged = 0;
  for (const std::string& json :
       std::vector<std::string>{"",
                                "{",
                                "{}",
                                "null",
                                "[]",
                                R"({"habit":"water"})",
                                R"({"habit":"water","water_ml":300)",
                                R"({"habit":"water","water_ml":300}x)",
                                R"({"habit":"water","water_ml":300,"more":1})",
                                R"({"water_ml":300,"habit":"water"})",
                                R"({"habit":"water","water_ml":"300"})",
                                R"({"habit":"water","water_ml":0300})",
                                R"({"habit":"water","water_ml":-0})",
                                R"({"habit":"water","water_ml":3e2})",
                                R"({"habit":"water","water_ml":300.0})",
                                R"({"habit":"water","water_ml":+300})",
                                R"({"habit":"water","water_ml":9223372036854775808})",
                                R"({"habit":"water", "water_ml":300})",
                                R"({"habit":"water","note":"","water_ml":300})",
                                R"({"habit":"water","note":null,"water_ml":300})",
                                R"({"habit":"water","habit":"water","water_ml":300})",
                                R"({"habit":"walking","water_ml":300})",
                                R"({"amount":1,"habit":"water"})",
                                R"({"habit":"water","note":"\x","water_ml":300})",
                                R"({"habit":"water","note":"\u000a","water_ml":300})",
                                R"({"habit":"water","note":"\u0041","water_ml":300})",
                                "{\"habit\":\"water\",\"note\":\"\n\",\"water_ml\":300}",
                                "{\"habit\":\"water\",\"note\":\"\xff\",\"water_ml\":300}",
                                "{\"habit\":\"water\",\"note\":\"\xed\xa0\x80\",\"water_ml\":300}",
                                R"({"duration_s":1,"habit":"walking","pace":"fast"})",
                                R"({"duration_s":1,"habit":"walking","pace":"unknown"})"}) {
    INFO(json);
    Payload payload;
    const Status status = db::decode_payload(logged, json, payload);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == Code::file_corrupt);
  }
}

TEST_CASE("store: every cut and every changed byte of a text is told from the text",
          "[store][codec]") {
  const std::vector<Payload> payloads = one_of_each();
  for (std::size_t i = 0; i < kKnown; ++i) {
    const std::string json = encoded(payloads[i]);
    for (std::size_t at = 0; at < json.size(); ++at) {
      REQUIRE_FALSE(decoded(i, json.substr(0, at)));
      std::string changed = json;
      changed[at] = static_cast<char>(changed[at] ^ 1);
      const auto payload = decoded(i, changed);
      if (payload) REQUIRE((encoded(*payload) == changed));
    }
  }
}

TEST_CASE("store: what could not be read again is not written", "[store][codec]") {
  std::string json;
  const auto refused = [&](const Payload& payload) {
    const auto written = db::encode_payload(payload, json);
    return !written && written.error().code == Code::internal;
  };
  CHECK(refused(drunk(300, "\xc3(")));
  CHECK(refused(EntryLogged{Entry{HabitId{"water"}, CustomAmounts{1}, {}, {}}}));
  CHECK(refused(HabitArchived{HabitId{"\xff"}, true}));
  CHECK(refused(UnknownPayload{"entry.logged", 1, "{}"}));
  CHECK(refused(RulesAdopted{1, CivilDay{2932897}}));
}

TEST_CASE("store: the checksum is CRC-32C", "[store][codec]") {
  CHECK(db::Crc32c{}.add("123456789").value() == 0xe3069283U);
  CHECK(db::Crc32c{}.add("1234").add("56789").value() == 0xe3069283U);
  CHECK(db::Crc32c{}.add(std::string(32, '\0')).value() == 0x8a9136aaU);
}

}  // namespace
