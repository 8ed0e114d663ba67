# How suites of tests are declared. A suite is one CTest test; `tools/dev test` runs its program
# once and reads the totals it prints, because one process a test case costs minutes.

# soleus_test(NAME test_<suite> SOURCES <file>... [DEPENDS <target>...] [LABELS <label>...])
#
# A Catch2 program. The main function is compiled once for all of them (tests/support/catch_main.cpp).
# Nothing is run while building, so a cross build needs no emulator: Catch2 2 knows discovery at build
# time only, which is why catch_discover_tests is not used.
function(soleus_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;DEPENDS;LABELS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "soleus_test(${arg_NAME}): what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()
  add_executable(${arg_NAME} ${arg_SOURCES})
  soleus_settings(${arg_NAME})
  target_link_libraries(${arg_NAME} PRIVATE soleus_catch_main ${arg_DEPENDS} soleus::catch2)
  string(REGEX REPLACE "^test_" "" suite "${arg_NAME}")
  add_test(NAME ${suite} COMMAND ${arg_NAME} --warn NoAssertions)
  set_tests_properties(${suite} PROPERTIES LABELS "catch;${suite};${arg_LABELS}")
endfunction()

# soleus_counted_test(NAME <suite> COMMAND <program> <argument>...)
#
# A suite of any other kind that counts its own cases: a Python unittest, or a program whose last
# line is "N passed, N failed" or "N passed, N failed, N skipped".
function(soleus_counted_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "COMMAND")
  add_test(NAME ${arg_NAME} COMMAND ${arg_COMMAND})
  set_tests_properties(${arg_NAME} PROPERTIES LABELS "counted;${arg_NAME}")
endfunction()

# soleus_fuzz(NAME fuzz_<what> SOURCES <file>... [DEPENDS <target>...])
#
# A libFuzzer target (LLVMFuzzerTestOneInput). With SOLEUS_FUZZ it is a fuzzer; in every other build
# it is a suite that feeds it each file of tests/fuzz/corpus/<what>, old crashes included.
function(soleus_fuzz)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;DEPENDS")
  add_executable(${arg_NAME} ${arg_SOURCES})
  soleus_settings(${arg_NAME})
  target_link_libraries(${arg_NAME} PRIVATE ${arg_DEPENDS})
  string(REGEX REPLACE "^fuzz_" "" what "${arg_NAME}")
  if(SOLEUS_FUZZ)
    target_link_options(${arg_NAME} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(${arg_NAME} PRIVATE "${SOLEUS_ROOT}/tests/fuzz/replay.cpp")
    soleus_counted_test(NAME ${arg_NAME}
      COMMAND ${arg_NAME} "${SOLEUS_ROOT}/tests/fuzz/corpus/${what}")
  endif()
endfunction()
