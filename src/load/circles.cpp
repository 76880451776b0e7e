// SPDX-License-Identifier: Apache-2.0
//
// Depth first, with a stack of its own: a chain may be as long as a file has records.
#include "load/circles.h"

#include "base/messages/load.h"
#include "model/schema/choice.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace huice::load {
namespace {

using model::Place;
using model::RelationKind;

// A circle, as the reference that closes it: from the last record that was reached to one on the
// way to it, or to itself.
struct Circle {
  std::string ids;     //< a → b → a; of a long one the first and the last
  std::string target;  //< what the reference names
  Place place;         //< of the record or relation that has the reference
};

// Records with references of one kind.
class Graph {
 public:
  void add(std::string_view from, std::string_view to, const Place& place);

  // One circle for each reference that closes one, in the order in which records were added.
  std::vector<Circle> circles() const;

 private:
  struct Edge {
    std::size_t to = 0;
    Place place;
  };
  struct Node {
    std::string id;
    std::vector<Edge> edges;
  };

  std::size_t node(std::string_view id);

  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

std::size_t Graph::node(std::string_view id) {
  const auto [entry, is_new] = by_id_.emplace(id, nodes_.size());
  if (is_new) nodes_.push_back({std::string(id), {}});
  return entry->second;
}

void Graph::add(std::string_view from, std::string_view to, const model::Place& place) {
  const std::size_t begins = node(from);
  const std::size_t ends = node(to);
  nodes_[begins].edges.push_back({ends, place});
}

std::vector<Circle> Graph::circles() const {
  struct Step {
    std::size_t node = 0;
    std::size_t next = 0;  ///< the edge to follow
  };
  constexpr std::size_t kNotReached = static_cast<std::size_t>(-1);
  constexpr std::size_t kDone = kNotReached - 1;
  constexpr std::size_t kShown = 10;
  std::vector<Circle> found;
  std::vector<std::size_t> depth(nodes_.size(), kNotReached);
  std::vector<Step> path;
  const auto enter = [&](std::size_t node) {
    depth[node] = path.size();
    path.push_back({node, 0});
  };
  const auto shown = [&](std::size_t first, std::size_t target) {
    std::string ids;
    for (std::size_t i = first; i < path.size(); ++i) {
      if (i - first == kShown && path.size() - i > 1) {
        ids += "… → ";
        i = path.size() - 1;
      }
      ids += nodes_[path[i].node].id + " → ";
    }
    return ids + nodes_[target].id;
  };
  for (std::size_t start = 0; start < nodes_.size(); ++start) {
    if (depth[start] == kNotReached) enter(start);
    while (!path.empty()) {
      Step& step = path.back();
      const Node& node = nodes_[step.node];
      if (step.next == node.edges.size()) {
        depth[step.node] = kDone;
        path.pop_back();
        continue;
      }
      const Edge& edge = node.edges[step.next++];
      const std::size_t at = depth[edge.to];
      if (at == kNotReached) {
        enter(edge.to);
      } else if (at != kDone) {
        found.push_back({shown(at, edge.to), nodes_[edge.to].id, edge.place});
      }
    }
  }
  return found;
}

// What a whole text does to another, which cannot be done back.
void check_relations(RelationKind kind, const model::Library& library, model::Locator& locator,
                     Diagnostics& problems) {
  Graph relations;
  for (const model::Policy& policy : library.policies()) {
    for (const model::Relation& one : policy.relations) {
      // A text that amends itself is a finding, relation-to-itself, and no error.
      const bool itself = kind != RelationKind::supersedes && one.policy == policy.id;
      const bool whole = one.kind == kind && one.articles.empty() && !itself;
      if (whole && library.policy(one.policy) != nullptr) {
        relations.add(policy.id, one.policy, one.place);
      }
    }
  }
  for (const Circle& one : relations.circles()) {
    const Message message =
        kind == RelationKind::supersedes
            ? Message(msg::supersession_cycle{.circle = one.ids})
            : Message(msg::circle{.key = model::schema::word(kind), .circle = one.ids});
    problems.add(problem(message, locator.at(one.place)));
  }
}

void report(std::string_view key, const Graph& references, model::Locator& locator,
            Diagnostics& problems) {
  for (const Circle& one : references.circles()) {
    const Place place = locator.find(locator.find(one.place, key), one.target);
    problems.add(
        problem(msg::circle{.key = key, .circle = one.ids}, locator.at(place, one.target)));
  }
}

}  // namespace

void check_circles(const model::Library& library, model::Locator& locator, Diagnostics& problems) {
  for (const RelationKind kind :
       {RelationKind::supersedes, RelationKind::repeals, RelationKind::amends,
        RelationKind::version_of, RelationKind::implements}) {
    check_relations(kind, library, locator, problems);
  }
  Graph regions;
  for (const model::Region& one : library.regions()) {
    if (!one.parent.empty()) regions.add(one.id, one.parent, one.provenance.place);
  }
  report("parent", regions, locator, problems);
  Graph units;
  Graph successors;
  for (const model::Organization& one : library.organizations()) {
    if (!one.parent.empty()) units.add(one.id, one.parent, one.provenance.place);
    for (const model::FormerName& former : one.former) {
      if (former.successor.empty()) continue;
      successors.add(one.id, former.successor, one.provenance.place);
    }
  }
  report("parent", units, locator, problems);
  report("successor", successors, locator, problems);
}

}  // namespace huice::load
