// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace WhiteBox {

/// One protein sequence, ready to be searched with: 20 letters and X, upper case.
struct Sequence
{
    QString name;         ///< first word of the header
    QString description;  ///< rest of the header
    std::string residues; ///< one letter a residue

    int length() const { return int(residues.size()); }
    bool operator==(const Sequence &) const = default;
};

} // namespace WhiteBox
