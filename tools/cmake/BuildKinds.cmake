# Kinds of build that must reach every object, fetched dependencies included: sanitizers, coverage,
# fuzzing, a static C++ runtime. A project that embeds Soleus chooses its own flags.
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(SOLEUS_CCACHE ccache)
if(SOLEUS_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER "${SOLEUS_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${SOLEUS_CCACHE}")
endif()

if(SOLEUS_SANITIZE)
  # No recovery: a finding ends the program, so no test can pass over it.
  add_compile_options(-fsanitize=${SOLEUS_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${SOLEUS_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # The extra code makes g++ 12 see uninitialised values in the standard library's own headers.
    add_compile_options(-Wno-maybe-uninitialized)
  endif()
endif()

if(SOLEUS_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(SOLEUS_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()

if(SOLEUS_STATIC_RUNTIME)
  add_link_options(-static-libstdc++ -static-libgcc)
endif()
