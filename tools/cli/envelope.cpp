#include "tools/cli/envelope.h"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace soleus_cli {

JsonObject at_of(const Clock& clock) {
  JsonObject at{{"utc_ms", clock.utc_ms()}, {"offset_s", clock.offset_s()}};
  at["zone"] = clock.zone_name();
  JsonArray shifts;
  for (const Shift& shift : clock.shifts()) {
    shifts.push_back(JsonObject{{"utc_ms", shift.utc_ms}, {"offset_s", shift.offset_s}});
  }
  if (!shifts.empty()) at["shifts"] = std::move(shifts);
  return at;
}

JsonObject envelope(std::string_view op, const JsonObject& params, const Clock& clock) {
  return {{"v", 1},
          {"op", boost::json::string_view(op.data(), op.size())},
          {"at", at_of(clock)},
          {"params", params}};
}

std::string with_at(std::string_view request, const Clock& clock) {
  boost::json::error_code ec;
  const Json parsed = boost::json::parse({request.data(), request.size()}, ec);
  const JsonObject* object = parsed.if_object();
  if (ec || object == nullptr || object->contains("at")) return std::string(request);
  const std::size_t brace = request.find('{');
  std::string out(request.substr(0, brace + 1));
  out += "\"at\":" + boost::json::serialize(at_of(clock));
  if (!object->empty()) out += ',';
  return out += request.substr(brace + 1);
}

}  // namespace soleus_cli
