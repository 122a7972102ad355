// SPDX-License-Identifier: GPL-3.0-or-later
// Readers of the reference results of ccmpred in double precision (reference/README.md of the shared folder
// tells how they were made).
#pragma once

#include "core/alignment/alignment.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <vector>
#include <zlib.h>

namespace WhiteBox::Test {

/// The whole file, unpacked where it is compressed.
inline QByteArray readAll(const QString &path)
{
    QByteArray text;
    gzFile file = gzopen(QFile::encodeName(path).constData(), "rb");
    char chunk[1 << 16];
    for (int got = 0; file && (got = gzread(file, chunk, sizeof chunk)) > 0;)
        text.append(chunk, got);
    if (file)
        gzclose(file);
    return text;
}

/// An alignment of upper-case rows, one a line.
inline Alignment readRows(const QString &path)
{
    std::vector<std::uint8_t> states;
    int columns = 0;
    for (const QByteArray &line : readAll(path).split('\n')) {
        const QByteArray row = line.trimmed();
        if (row.isEmpty())
            continue;
        columns = int(row.size());
        for (const char letter : row)
            states.push_back(stateOf(letter));
    }
    return Alignment(columns, std::move(states));
}

/// Numbers separated by blanks, one vector a line; lines that do not start with a digit or a sign are left
/// out.
inline std::vector<std::vector<double>> readNumbers(const QString &path)
{
    std::vector<std::vector<double>> rows;
    for (const QByteArray &line : readAll(path).split('\n')) {
        if (line.isEmpty() || (!isdigit(line[0]) && line[0] != '-'))
            continue;
        std::vector<double> row;
        for (const QByteArray &word : line.simplified().split(' '))
            row.push_back(word.toDouble());
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace WhiteBox::Test
