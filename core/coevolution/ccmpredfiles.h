// SPDX-License-Identifier: GPL-3.0-or-later
// The result files of ccmpred 0.3.3: matrix (.mat), couplings as text (raw) and as msgpack (braw). Written so
// that ccmpred's own tools read them, and read whoever wrote them. Numbers never depend on the locale; a
// decimal comma, which ccmpred writes under some locales, is read too.
#pragma once

#include "core/base/result.h"
#include "core/coevolution/contactscore.h"
#include "core/coevolution/couplingtensor.h"

#include <QString>

#include <cstdint>
#include <span>

class QIODevice;

namespace WhiteBox {

/// L lines of L values. Lines that start with # are skipped. Fails: Parse (with line), Io.
Result<ContactScore> readScoreMatrix(QIODevice &device, const QString &name);
/// L lines of 20 fields, then for each pair i < j, in any order, a line "# i j" and 21 lines of 21 couplings.
/// name: for messages. Fails: Parse (with line), Io.
Result<CouplingTensor> readRawCouplings(QIODevice &device, const QString &name);
/// msgpack "ccm-1"; keys in any order, unknown ones skipped. Fails: Parse (why names the byte).
Result<CouplingTensor> readBinaryCouplings(std::span<const std::uint8_t> bytes, const QString &name);

/// The file's couplings, text or msgpack by content. Fails: Io, Parse.
Result<CouplingTensor> loadCouplings(const QString &path);
Result<ContactScore> loadScoreMatrix(const QString &path);

/// Whole files or none. Fails: Io.
Result<void> saveScoreMatrix(const QString &path, const ContactScore &score);
Result<void> saveRawCouplings(const QString &path, const CouplingTensor &couplings);
Result<void> saveBinaryCouplings(const QString &path, const CouplingTensor &couplings);

/// Finds out before a long computation that a file could not be written there. Leaves nothing behind. Fails:
/// Io.
Result<void> checkWritable(const QString &path);

} // namespace WhiteBox
