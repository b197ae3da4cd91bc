drop table shared_charges;
