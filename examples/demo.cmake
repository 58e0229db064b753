# What `cmake --workflow --preset demo` runs: the commands of a first day with ims, each shown with what it prints.
# Fails only where one ends otherwise than it should.
cmake_minimum_required(VERSION 3.25)

function(show expected_exit)
  list(JOIN ARGN " " words)
  execute_process(COMMAND ${CMAKE_COMMAND} -E echo "\n$ ims ${words}")
  execute_process(COMMAND ${IMS} ${ARGN} RESULT_VARIABLE exit)
  if(NOT exit EQUAL expected_exit)
    message(FATAL_ERROR "`ims ${words}` ended with ${exit}, not ${expected_exit}")
  endif()
endfunction()

# A shop whose quality, safety, IT, continuity and environment each keep to themselves: what lies between them is found.
show(1 check examples/corner-shop-siloed --today 2026-06-01)
# The same shop as one system.
show(0 check examples/corner-shop --fail-on medium --today 2026-06-01)
# What lies between the departments, as a page for their managers; and one job description, with what it misses.
show(0 report gaps examples/corner-shop-siloed --today 2026-06-01)
show(0 report role driver examples/corner-shop-siloed --today 2026-06-01)
# A manufacturer with three certificates and gaps that it knows of; and one of its standards, clause by clause.
show(1 check examples/medium-manufacturer --summary --today 2026-06-01)
show(0 report clauses iso-45001-2018 examples/medium-manufacturer --today 2026-06-01)
