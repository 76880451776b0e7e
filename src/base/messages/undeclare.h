// SPDX-License-Identifier: Apache-2.0
// Included after a table: takes back what declare.h defined.
#undef HUICE_MESSAGE
#undef HUICE_PHRASE
#undef HUICE_VALUES
#undef HUICE_MEMBERS
