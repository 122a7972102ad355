// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/badinput.h"

#include "tests/support/badinputtable.h"

#include <QDir>
#include <QFile>

#include <random>

namespace WhiteBox::Test {

QString BadInputTable::path(const QString &name)
{
    // The name is part of some cases: each has its own folder.
    const QDir folder(QDir(m_folder).filePath(QString::number(++m_files)));
    isWhole = folder.mkpath(QStringLiteral(".")) && isWhole;
    return folder.filePath(name);
}

QString BadInputTable::file(const QString &name, const QByteArray &bytes)
{
    QFile file(path(name));
    isWhole = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && isWhole;
    return file.fileName();
}

BadInput &BadInputTable::add(BadFate fate, const QString &name, const QStringList &files,
                             const QStringList &says)
{
    BadInput input;
    input.row = m_row;
    input.name = name;
    input.fate = fate;
    input.files = files;
    input.says = says;
    cases.push_back(input);
    return cases.back();
}

BadInput &BadInputTable::accepted(const QString &name, const QStringList &files, const QStringList &says)
{
    return add(BadFate::Accepted, name, files, says);
}

BadInput &BadInputTable::asked(const QString &name, const QStringList &files, const QStringList &says,
                               const QStringList &choices)
{
    BadInput &input = add(BadFate::Asked, name, files, says);
    input.choices = choices;
    return input;
}

BadInput &BadInputTable::refused(const QString &name, const QStringList &files, const QStringList &says,
                                 qint64 line)
{
    BadInput &input = add(BadFate::Refused, name, files, says);
    input.line = line;
    return input;
}

QStringList badInputRows()
{
    return {QStringLiteral("nucleotides"),
            QStringLiteral("a header that swallowed its sequence"),
            QStringLiteral("no header"),
            QStringLiteral("foreign line ends and marks"),
            QStringLiteral("stops"),
            QStringLiteral("gaps in a query"),
            QStringLiteral("uncommon letters"),
            QStringLiteral("small letters, numbers, blanks"),
            QStringLiteral("joined chains"),
            QStringLiteral("many sequences"),
            QStringLiteral("no text"),
            QStringLiteral("too few residues"),
            QStringLiteral("too many residues"),
            QStringLiteral("low complexity"),
            QStringLiteral("nothing found"),
            QStringLiteral("rows of unequal length"),
            QStringLiteral("insertions, and a query that is not first"),
            QStringLiteral("parts of different proteins"),
            QStringLiteral("ambiguous structures"),
            QStringLiteral("no program, no database"),
            QStringLiteral("no room, no right to write"),
            QStringLiteral("tools that fail"),
            QStringLiteral("nothing but zeros"),
            QStringLiteral("numbers that are none"),
            QStringLiteral("a network of another shape"),
            QStringLiteral("hostile files")};
}

std::vector<BadInput> writeBadInputs(const QString &folder)
{
    BadInputTable table(folder);
    addBadSequences(table);
    addBadAlignments(table);
    addBadStructures(table);
    addBadNumbers(table);
    addHostileFiles(table);
    return table.isWhole ? std::move(table.cases) : std::vector<BadInput>();
}

QByteArray badInputProtein()
{
    return "MADKELKFLVVDDFSTMRRIVRNLLKELGFNNVEEAEDGVDALNKLQAGGYGFVISDWNM";
}

QByteArray badInputFamily(int rows, bool gaps)
{
    const QByteArray letters = "ACDEFGHIKLMNPQRSTVWY";
    std::mt19937 random(11);
    QByteArray text = badInputProtein() + "\n";
    for (int n = 1; n < rows; ++n) {
        QByteArray row = badInputProtein();
        for (char &c : row)
            if (random() % 3 == 0)
                c = gaps && random() % 8 == 0 ? '-' : letters[int(random() % 20)];
        text += row + "\n";
    }
    return text;
}

QString writeFindsNothing(const QString &folder)
{
    QFile file(QDir(folder).filePath(QStringLiteral("finds-nothing")));
    const QByteArray script = "#!/bin/sh\n"
                              "if [ \"$1\" = -h ]; then echo '# jackhmmer :: a script'\n"
                              "echo '# HMMER 3.3.2 (Nov 2020);'; exit 0; fi\n"
                              "while [ $# -gt 2 ]; do [ \"$1\" = -A ] && out=$2; shift; done\n"
                              "name=$(sed -n '1s/^>\\([^ ]*\\).*/\\1/p' \"$1\")\n"
                              "residues=$(sed 1d \"$1\" | tr -d '\\n')\n"
                              "{ echo '# STOCKHOLM 1.0'; echo; echo \"$name $residues\"\n"
                              "echo \"#=GC RF $(echo \"$residues\" | tr A-Z x)\"; echo //; } > \"$out\"\n"
                              "echo \"Query:       $name  [L=${#residues}]\"\n"
                              "echo '[No targets detected that satisfy reporting thresholds]'; echo '[ok]'\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        return {};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

QString writeSmallDatabase(const QString &folder)
{
    QFile file(QDir(folder).filePath(QStringLiteral("small.fasta")));
    const QByteArray text = ">other\nMKVLWAALLVTFLAGCQAKVEQAVETEPEPELRQQTEWQSGQRWELALGRFWDYLRWVQT\n";
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

} // namespace WhiteBox::Test
