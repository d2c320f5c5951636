#pragma once
/// A block of the model as elements of the body.
#include <string>

#include "analysis/writers/docx/runs.hpp"

namespace railshift::analysis::writers::office {

struct BlockXml {
  std::string xml;
  bool across = false;   ///< wants a page across
  bool heading = false;  ///< belongs to what follows
  bool text = false;     ///< goes with its neighbours, across or upright
};
/// Fills `parts` with charts on the way.
[[nodiscard]] BlockXml block_xml(const document::Block& block, DocxParts& parts);

/// Whether two neighbours share the width: charts of bars that lie, which need half of it.
[[nodiscard]] bool stand_beside(const document::Block& left, const document::Block& right, const Manner& manner);
/// Both side by side; only of blocks of which `stand_beside` holds.
[[nodiscard]] BlockXml blocks_beside(const document::Block& left, const document::Block& right, DocxParts& parts);

}  // namespace railshift::analysis::writers::office
