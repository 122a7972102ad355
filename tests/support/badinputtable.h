// SPDX-License-Identifier: GPL-3.0-or-later
// How the table of bad inputs is put together, for the files that fill it.
#pragma once

#include "tests/support/badinput.h"

namespace WhiteBox::Test {

class BadInputTable
{
public:
    explicit BadInputTable(const QString &folder)
        : m_folder(folder)
    {}

    /// Later cases belong to this row.
    void begin(const QString &row) { m_row = row; }
    /// A file of the table; each case has a folder of its own.
    QString file(const QString &name, const QByteArray &bytes);
    QString path(const QString &name);
    BadInput &accepted(const QString &name, const QStringList &files, const QStringList &says);
    BadInput &asked(const QString &name, const QStringList &files, const QStringList &says,
                    const QStringList &choices);
    BadInput &refused(const QString &name, const QStringList &files, const QStringList &says,
                      qint64 line = 0);

    std::vector<BadInput> cases;
    bool isWhole = true; ///< every file could be written

private:
    BadInput &add(BadFate fate, const QString &name, const QStringList &files, const QStringList &says);

    QString m_folder;
    QString m_row;
    int m_files = 0;
};

void addBadSequences(BadInputTable &table);
void addBadAlignments(BadInputTable &table);
void addBadStructures(BadInputTable &table);
void addBadNumbers(BadInputTable &table);
void addHostileFiles(BadInputTable &table);

} // namespace WhiteBox::Test
