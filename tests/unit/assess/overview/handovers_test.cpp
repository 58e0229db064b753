#include "assess/overview/handovers.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

const char* const kBook =
    "asset: book\ntitle: Order book\ntype: information\nprocesses: [sell]\n---\n"
    "risk: seen\ntitle: Seen by strangers\ndisciplines: [information-security]\nassets: [book]\n---\n";

std::string told(const Folder& folder, const Handover& each) {
    const auto name = [&](RecordId id) { return folder.graph()[id].name().text(); };
    return name(each.giver.who) + " > " + name(each.taker.who) + ": " + folder.names(each.along) + "; dropped " +
           folder.names(each.dropped_by_giver) + "|" + folder.names(each.dropped_by_taker);
}

std::vector<std::string> told(const Folder& folder) {
    std::vector<std::string> out;
    for (const Handover& each : find_handovers(folder.graph(), folder.facts()).all) out.push_back(told(folder, each));
    return out;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a hand-over that both sides write is one, and so is one that either writes") {
    const std::string sell = "process: sell\ntitle: Sell\n";
    const std::string send = "process: send\ntitle: Send\n";
    const std::string out = "outputs: [{item: asset/book, to: process/send}]\n";
    const std::string open_out = "outputs: [{item: asset/book}]\n";
    const std::string in = "inputs: [{item: asset/book, from: process/sell}]\n";
    const std::string open_in = "inputs: [{item: order  BOOK}]\n";
    const Told expected = {"process/sell > process/send: information-security; dropped |information-security"};
    CHECK(told(Folder(kBook + sell + out + "---\n" + send + in)) == expected);
    CHECK(told(Folder(kBook + sell + out + "---\n" + send)) == expected);
    CHECK(told(Folder(kBook + sell + "---\n" + send + in)) == expected);
    CHECK(told(Folder(kBook + sell + open_out + "---\n" + send + open_in)) == expected);
    CHECK(told(Folder(kBook + sell + out + "---\n" + send + open_in)) == expected);
    CHECK(told(Folder(kBook + sell + open_out + "---\n" + send)).empty());
}

TEST_CASE("words carry nothing that is known, and neither does what is not in force") {
    CHECK(told(Folder(std::string(kBook) +
                      "process: sell\ntitle: Sell\noutputs: [{item: slip, to: process/send}]\n---\n"
                      "process: send\ntitle: Send\n")) == Told{"process/sell > process/send: ; dropped |"});
    CHECK(told(Folder("asset: book\ntitle: Book\ntype: information\nstatus: draft\nprocesses: [sell]\n---\n"
                      "risk: seen\ntitle: Seen\ndisciplines: [information-security]\nassets: [book]\n---\n"
                      "process: sell\ntitle: Sell\noutputs: [{item: asset/book, to: process/send}]\n---\n"
                      "process: send\ntitle: Send\n")) == Told{"process/sell > process/send: ; dropped |"});
    CHECK(told(Folder(std::string(kBook) +
                      "process: sell\ntitle: Sell\noutputs: [{item: asset/book, to: process/send}]\n---\n"
                      "process: send\ntitle: Send\nstatus: draft\n"))
              .empty());
}

TEST_CASE("what a part takes is told of the part alone") {
    CHECK(told(Folder(std::string(kBook) +
                      "process: sell\ntitle: Sell\noutputs: [{item: asset/book, to: process/whole}]\n---\n"
                      "process: whole\ntitle: Whole\n---\n"
                      "process: part\ntitle: Part\npart_of: whole\nassets: [book]\n"
                      "inputs: [{item: asset/book, from: process/sell}]\n")) ==
          Told{"process/sell > process/part: information-security; dropped |"});
}

TEST_CASE("a reason counts where whoever wrote it wrote down the item") {
    const std::string sell = "process: sell\ntitle: Sell\noutputs: [{item: asset/book, to: process/send}]\n---\n";
    const std::string send = "process: send\ntitle: Send\nnot_applicable: {information-security: sealed}\n";
    CHECK(told(Folder(kBook + sell + send)) ==
          Told{"process/sell > process/send: information-security; dropped |information-security"});
    CHECK(told(Folder(kBook + sell + send + "inputs: [{item: asset/book, from: process/sell}]\n")) ==
          Told{"process/sell > process/send: information-security; dropped |"});
}

TEST_CASE("of a supplier its evaluations count, and what it handles weighs on it alone") {
    const std::string sell =
        "process: sell\ntitle: Sell\ninputs: [{item: room, from: supplier/host}]\n---\n"
        "process: idle\ntitle: Idle\ninputs: [{item: rest, from: supplier/host}]\n---\n";
    const std::string host = "supplier: host\ntitle: Host\nprovides: Room\nhandles: [book]\n";
    CHECK(told(Folder(kBook + sell + host)) ==
          Told{"supplier/host > process/sell: information-security; dropped information-security|",
               "supplier/host > process/idle: information-security; dropped |"});
    const std::string evaluated =
        "evaluations: [{disciplines: [information-security], date: 2026-01-10, result: approved}]\n";
    CHECK(told(Folder(kBook + sell + host + evaluated)) ==
          Told{"supplier/host > process/sell: information-security; dropped |",
               "supplier/host > process/idle: information-security; dropped |"});
}

TEST_CASE("interested parties are asked for nothing, and nothing is dropped by them or for them") {
    CHECK(
        told(Folder(std::string(kBook) +
                        "process: sell\ntitle: Sell\noutputs: [{item: asset/book, to: interested_party/guests}]\n---\n"
                        "process: send\ntitle: Send\noutputs: [{item: asset/book, to: interested_party/guests}]\n---\n"
                        "interested_party: guests\ntitle: Guests\nneeds: [{need: Secrecy, met_by: [risk/seen]}]\n",
                    Folder::Records::faulty)) ==
        Told{"process/sell > interested_party/guests: information-security; dropped |",
             "process/send > interested_party/guests: information-security; dropped |"});
}

TEST_CASE("where both sides carry it nothing is dropped; where one stops, that one drops it; where both do, neither") {
    const auto folder = [](bool giver, bool taker) {
        std::string assets;
        if (giver) assets += "give";
        if (taker) assets += giver ? ", take" : "take";
        return Folder("asset: book\ntitle: Book\ntype: information\nprocesses: [" + assets +
                      "]\n---\nrisk: seen\ntitle: Seen\ndisciplines: [information-security]\nassets: [book]\n---\n"
                      "process: give\ntitle: Give\noutputs: [{item: asset/book, to: process/take}]\n---\n"
                      "process: take\ntitle: Take\n");
    };
    const auto dropped = [](const Folder& each) {
        const Handover only = find_handovers(each.graph(), each.facts()).all.at(0);
        return each.names(only.dropped_by_giver) + "|" + each.names(only.dropped_by_taker) + "|" +
               each.names(only.carried_by_none());
    };
    CHECK(dropped(folder(true, true)) == "||");
    CHECK(dropped(folder(true, false)) == "|information-security|");
    CHECK(dropped(folder(false, true)) == "information-security||");
    CHECK(dropped(folder(false, false)) == "||information-security");
}
