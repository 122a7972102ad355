// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/trustednetworks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace WhiteBox;

class TestTrustedNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("WHITEBOX_HOME", home().toLocal8Bit()); }
    void cleanup() { QDir(home()).removeRecursively(); }
    void nobodyIsTrustedAtFirst();
    void whoWasTrustedStaysSo();
    void aListThatIsNoneTrustsNobody();
    void aListThatCannotBeWrittenIsTold();

private:
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }
    QString list() const { return home() + QStringLiteral("/trusted-networks.json"); }

    QTemporaryDir m_folder;
    const QString m_one = QString(64, QLatin1Char('1'));
    const QString m_two = QString(64, QLatin1Char('2'));
};

void TestTrustedNetworks::nobodyIsTrustedAtFirst()
{
    QVERIFY(!isTrustedNetwork(m_one));
    QVERIFY(!QFile::exists(list()));
}

void TestTrustedNetworks::whoWasTrustedStaysSo()
{
    QVERIFY(trustNetwork(m_one, QStringLiteral("/x/one.pt")).isOk());
    QVERIFY(isTrustedNetwork(m_one));
    QVERIFY(!isTrustedNetwork(m_two));
    QVERIFY(trustNetwork(m_two, QStringLiteral("/x/two.pt")).isOk());
    QVERIFY(isTrustedNetwork(m_one));
    QVERIFY(isTrustedNetwork(m_two));
}

void TestTrustedNetworks::aListThatIsNoneTrustsNobody()
{
    QVERIFY(QDir().mkpath(home()));
    QFile file(list());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("[\"" + m_one.toLatin1() + "\"") > 0);
    file.close();
    QVERIFY(!isTrustedNetwork(m_one));
}

void TestTrustedNetworks::aListThatCannotBeWrittenIsTold()
{
    // A file where the folder belongs.
    QFile file(home());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto kept = trustNetwork(m_one, QStringLiteral("/x/one.pt"));
    QVERIFY(!kept.isOk());
    QCOMPARE(kept.error().kind, ErrorKind::Io);
    QVERIFY(QFile::remove(home()));
}

QTEST_GUILESS_MAIN(TestTrustedNetworks)
#include "tst_trustednetworks.moc"
