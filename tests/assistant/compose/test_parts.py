def cited(draft):
    return [support.provision.address for claim in draft.claims for support in claim.supports]


def test_two_things_that_stand_in_two_provisions_are_both_answered(drafted):
    addresses = cited(drafted("补正通知和答复各几天？"))

    assert "第三十条" in addresses
    assert "第三十三条第二款" in addresses


def test_two_things_that_stand_in_one_provision_are_answered_out_of_it(drafted):
    assert set(cited(drafted("政府信息公开指南和目录分别由谁编制"))) == {"第十二条第一款"}
