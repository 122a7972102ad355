// SPDX-License-Identifier: GPL-3.0-or-later
// Protein databases in NCBI's BLAST format, version 4 (formatdb; ncbi.nlm.nih.gov/toolkit, "blastdbv4"): .pin
// has the offsets, big-endian, .psq the residues in NCBIstdaa between zero bytes, .phr the titles as ASN.1.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <memory>

namespace WhiteBox {

/// Maps its files; the kernel reads what is asked for. One thread at a time.
class BlastDatabase
{
public:
    struct Record
    {
        QByteArray title;    ///< the FASTA header it was made from
        QByteArray residues; ///< upper case letters, * among them
    };

    /// base: the path without .pin. Fails: Io, Parse (another version, nucleotides, files cut short).
    static Result<BlastDatabase> open(const QString &base);

    int count() const { return m_count; }
    /// Residues of all records, as the database itself counts them.
    qint64 residues() const { return m_residues; }
    /// k: 0..count()−1. Fails: Parse.
    Result<Record> record(int k) const;

private:
    struct Part
    {
        std::shared_ptr<QFile> file;
        QByteArrayView bytes;
    };

    static Result<Part> map(const QString &path);
    Result<void> readIndex();
    /// Bytes k of a part, whose offsets begin at table in the index; empty where they lie outside.
    QByteArrayView slice(const Part &part, qsizetype table, int k) const;

    Part m_index;
    Part m_titles;
    Part m_letters;
    int m_count = 0;
    qint64 m_residues = 0;
    qsizetype m_titleOffsets = 0;
    qsizetype m_letterOffsets = 0;
};

} // namespace WhiteBox
