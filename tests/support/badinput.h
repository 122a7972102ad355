// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that people and their programs should not have given, as files, with what each has to get. One
// table for the readers, the command line and the window.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace WhiteBox::Test {

enum class BadFate {
    Accepted, ///< with notices that say `says`
    Asked,    ///< a message that says `says`, with `choices`; where nobody can be asked it is refused
    Refused,  ///< a message of three parts that says `says`
};

struct BadInput
{
    QString row;  ///< one of badInputRows()
    QString name; ///< of the case
    BadFate fate = BadFate::Refused;
    QStringList files; ///< dropped together, in this order
    QStringList says;
    qint64 line = 0;              ///< that the message names; 0: none
    QStringList choices{};        ///< the first of them at least, in this order
    QStringList windowAsks{};     ///< where it is accepted: choices that the window offers before a search
    bool windowTakesRest = false; ///< where it is refused: the window leaves the bad file out, and says so
    QString network{};            ///< given as the network; files are what it should predict
    bool isArray = false;         ///< the window shows arrays: it refuses those alone that are damaged
    bool mayBeNothing = false;    ///< a file that is empty of all that could be told: no notice is asked for
};

/// What kinds of bad input there are, in our words.
QStringList badInputRows();

/// Writes all files of the table into a folder. Fails: an empty table.
std::vector<BadInput> writeBadInputs(const QString &folder);

/// 60 residues of CheY, and a made-up family of them: rows of as many columns, the first the query, one a
/// line.
QByteArray badInputProtein();
QByteArray badInputFamily(int rows, bool gaps);

/// A search program that finds nothing, and a database for it, both in the folder.
QString writeFindsNothing(const QString &folder);
QString writeSmallDatabase(const QString &folder);

} // namespace WhiteBox::Test
