#include <iostream>

#include "tools/cli/command.h"
#include "tools/cli/envelope.h"
#include "tools/cli/errors.h"
#include "tools/cli/surroundings.h"

// `soleus call`: the protocol itself, for scripts and tests.
namespace soleus_cli {
namespace {

bool is_ok(const std::string& reply) {
  try {
    result_of(reply);
    return true;
  } catch (const Refusal&) {
    return false;
  }
}

/// Time goes on while lines come in, so each gets the moment it is read at.
Clock now(Session& session) {
  const Clock& clock = session.clock();
  const bool fixed = !session.options().now.empty() || !environment("SOLEUS_NOW").empty();
  return fixed ? clock : clock.moved_to(system_utc_ms());
}

bool call_once(Session& session, const std::string& request) {
  const std::string reply = session.client().call(with_at(request, now(session)));
  std::cout << reply << std::endl;  // flushed: whoever asks may wait for it
  return is_ok(reply);
}

bool call_each_line(Session& session) {
  session.client();  // opened before the first line comes, so that a bad file shows at once
  bool all_ok = true;
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    all_ok = call_once(session, line) && all_ok;
    // Nobody reads any more: what else comes in must not be written unseen.
    if (!std::cout) return false;
  }
  return all_ok;
}

}  // namespace

void add_call_command(CLI::App& app, Session& session) {
  const auto request = std::make_shared<std::string>();
  CLI::App* command =
      add_command(app, "call", "Send a request of the JSON protocol and print the reply",
                  {"call '{\"v\":1,\"op\":\"today\"}'", "call - < requests.jsonl"});
  command
      ->add_option("REQUEST", *request,
                   "One JSON object, or - for one a line from standard input; "
                   "a missing \"at\" is filled in")
      ->type_name("")
      ->required();
  on_run(command, session, [&session, request] {
    const bool ok = *request == "-" ? call_each_line(session) : call_once(session, *request);
    // The replies have said why.
    if (!ok) throw Silent();
  });
}

}  // namespace soleus_cli
