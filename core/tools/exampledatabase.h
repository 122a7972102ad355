// SPDX-License-Identifier: GPL-3.0-or-later
// The database of the shipped example, built from two Debian packages: 20,000 UniProt sequences of
// mmseqs2-examples and the 1,000 homologs of CheY in freecontact's example alignment.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace WhiteBox {

struct ExampleDatabaseInfo
{
    QString path;
    int sequences = 0;    ///< written
    int duplicates = 0;   ///< left out, their sequence being there already
    bool existed = false; ///< it was there already, and was left as it is
};

struct ExampleDatabaseSources
{
    QString proteins = QStringLiteral("/usr/share/doc/mmseqs2/example-data/DB.fasta.gz");
    QString homologs = QStringLiteral("/usr/share/doc/freecontact/examples/demo_1000.aln");
};

/// Writes the database (11 MB) atomically, unless it is there already. Missing folders are made.
/// Fails: MissingTool (naming the packages), Parse, Io.
Result<ExampleDatabaseInfo> buildExampleDatabase(const QString &destination,
                                                 const ExampleDatabaseSources &sources = {});

} // namespace WhiteBox
