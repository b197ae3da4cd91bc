alter type audit_action add value 'USERS_EXPORTED';
alter type audit_action add value 'USER_EXPORTED';
