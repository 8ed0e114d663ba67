/* A host written in plain C that knows soleus.h and nothing else: opens a diary, logs a walk, asks
   for today. Says how many of its steps passed. */
#include <stdio.h>
#include <string.h>

#include "platform/c/soleus.h"

static int passed = 0;
static int failed = 0;

static void check(const char* what, int holds) {
  if (holds) {
    ++passed;
  } else {
    ++failed;
    printf("failed: %s\n", what);
  }
}

/* Sends `request` and tells whether the reply is ok and has `part` in it. */
static int reply_has(soleus_handle* handle, const char* request, const char* part) {
  soleus_buf reply;
  const soleus_status status = soleus_call(handle, request, strlen(request), &reply);
  const int has = status == SOLEUS_OK && reply.size == strlen(reply.data) &&
                  strstr(reply.data, part) != NULL;
  if (!has) printf("%s\n", reply.data);
  soleus_buffer_free(&reply);
  return has;
}

static soleus_status open_diary(const char* path, soleus_handle** handle) {
  soleus_open_options options;
  soleus_buf reply;
  soleus_status status;
  memset(&options, 0, sizeof(options));
  options.struct_size = sizeof(options);
  options.path = path;
  status = soleus_open(&options, handle, &reply);
  soleus_buffer_free(&reply);
  return status;
}

int main(int argc, char** argv) {
  soleus_handle* handle = NULL;
  if (argc != 2) {
    fprintf(stderr, "usage: canary FILE\n");
    return 2;
  }
  (void)remove(argv[1]);
  check("the header and the library agree", soleus_abi_version() == SOLEUS_ABI_VERSION);
  check("the file opens", open_diary(argv[1], &handle) == SOLEUS_OK);
  check("a walk is logged",
        reply_has(handle,
                  "{\"v\":1,\"op\":\"log.add\",\"at\":{\"utc_ms\":1795172400000,\"offset_s\":3600},"
                  "\"params\":{\"habit\":\"walking\",\"duration_s\":1800}}",
                  "\"commit\":1}"));
  check("today shows it",
        reply_has(handle,
                  "{\"v\":1,\"op\":\"today\",\"at\":{\"utc_ms\":1795172460000,\"offset_s\":3600}}",
                  "\"amount\":1800"));
  check("the file closes", soleus_close(handle) == SOLEUS_OK);
  check("everything was given back", soleus_live_objects() == 0);
  check("codes have names", strcmp(soleus_code_name(SOLEUS_FUTURE_DAY), "future_day") == 0);
  printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
