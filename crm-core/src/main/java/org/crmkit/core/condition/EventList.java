package org.crmkit.core.condition;

import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.money.AmountUnit;

/** Activities of one customer, oldest first. */
interface EventList {

    int size();

    long second(int index);

    int nano(int index);

    String code(int index);

    long units(int index);

    Activity activity(int index);

    AmountUnit unit();

    static EventList of(ActivityHistory history) {
        return new EventList() {
            @Override
            public int size() {
                return history.size();
            }

            @Override
            public long second(int index) {
                return history.epochSecond(index);
            }

            @Override
            public int nano(int index) {
                return history.nano(index);
            }

            @Override
            public String code(int index) {
                return history.code(index);
            }

            @Override
            public long units(int index) {
                return history.units(index);
            }

            @Override
            public Activity activity(int index) {
                return history.get(index);
            }

            @Override
            public AmountUnit unit() {
                return history.unit();
            }
        };
    }
}
