// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace WhiteBox::Test {

/// What a program that was run to its end said.
struct Outcome
{
    int status = -1; ///< −1: it did not end by itself
    QByteArray output;
    QByteArray errors;

    /// The output as one JSON object.
    QJsonObject json() const;
};

/// Runs a program in a folder (empty: this one) and waits up to 200 s.
Outcome runProgram(const QString &program, const QStringList &arguments,
                   const QProcessEnvironment &environment, const QString &folder = {});

inline const QByteArray kSmallQuery = "MADKELKFLVVDDFSTMRRIVRNLLKELGF";
/// An .aln of that query and 80 relatives of it.
QByteArray smallAlignment();

} // namespace WhiteBox::Test
