#include "tests/protocol/golden.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace soleus::testing {
namespace {

namespace json = boost::json;

constexpr std::size_t kColumns = 100;

std::string compact(const json::value& value) { return json::serialize(value); }

json::object read_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return json::parse(text).as_object();
}

/// Readable, so that a change of a promise can be reviewed line by line: what fits stays on a line.
void print(std::string& out, const json::value& value, std::size_t indent, std::size_t used) {
  const std::string line = compact(value);
  const json::array* array = value.if_array();
  const json::object* object = value.if_object();
  const bool steps = indent < 4;
  if ((array == nullptr && object == nullptr) || line == "[]" || line == "{}" ||
      (!steps && indent + used + line.size() < kColumns)) {
    out += line;
    return;
  }
  const std::string margin(indent + 2, ' ');
  bool first = true;
  const auto begin_element = [&] {
    out += first ? "\n" : ",\n";
    out += margin;
    first = false;
  };
  out += array != nullptr ? '[' : '{';
  if (array != nullptr) {
    for (const json::value& element : *array) {
      begin_element();
      print(out, element, indent + 2, 1);
    }
  } else {
    for (const auto& member : *object) {
      begin_element();
      const std::string key = compact(json::value(member.key())) + ": ";
      out += key;
      print(out, member.value(), indent + 2, key.size() + 1);
    }
  }
  out += '\n';
  out.append(indent, ' ');
  out += array != nullptr ? ']' : '}';
}

std::string today_request(const json::object& step) {
  const json::value* request = step.if_contains("request");
  if (request == nullptr || !request->as_object().contains("at")) return {};
  return compact({{"v", 1}, {"op", "today"}, {"at", request->as_object().at("at")}});
}

json::object* result_in(json::value& reply) {
  json::value* result = reply.as_object().if_contains("result");
  return result == nullptr ? nullptr : &result->as_object();
}

}  // namespace

std::vector<std::filesystem::path> scenario_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(SOLEUS_SCENARIOS)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Scenario read_scenario(const std::filesystem::path& file) {
  const json::object content = read_file(file);
  Scenario scenario;
  scenario.file = file;
  scenario.title = json::value_to<std::string>(content.at("title"));
  scenario.without_today = content.contains("today_left_out");
  for (const json::value& element : content.at("steps").as_array()) {
    const json::object& fields = element.as_object();
    Step& step = scenario.steps.emplace_back();
    // A request that is no JSON stands there as text.
    if (const json::value* text = fields.if_contains("request_text")) {
      step.request = json::value_to<std::string>(*text);
    } else {
      step.request = compact(fields.at("request"));
    }
    step.today = today_request(fields);
    if (const json::value* reply = fields.if_contains("reply")) step.reply = compact(*reply);
  }
  return scenario;
}

std::string today_in(const std::string& reply) {
  json::value value = json::parse(reply);
  const json::object* result = result_in(value);
  const json::value* today = result == nullptr ? nullptr : result->if_contains("today");
  return today == nullptr ? std::string{} : compact(*today);
}

std::string without_today(const std::string& reply) {
  json::value value = json::parse(reply);
  if (json::object* result = result_in(value)) result->stable_erase("today");
  return compact(value);
}

std::string result_of(const std::string& reply) {
  json::value value = json::parse(reply);
  const json::object* result = result_in(value);
  return result == nullptr ? std::string{} : compact(*result);
}

void approve(const Scenario& scenario) {
  json::object content = read_file(scenario.file);
  json::array& steps = content.at("steps").as_array();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i].as_object()["reply"] = json::parse(scenario.steps.at(i).reply);
  }
  std::string text;
  print(text, content, 0, 0);
  std::ofstream stream(scenario.file, std::ios::binary | std::ios::trunc);
  stream << text << '\n';
  if (!stream.flush()) throw std::runtime_error("cannot write " + scenario.file.string());
}

}  // namespace soleus::testing
